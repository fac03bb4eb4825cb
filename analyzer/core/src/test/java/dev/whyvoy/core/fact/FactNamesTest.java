package dev.whyvoy.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.knowledge.Knowledge;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class FactNamesTest {
  @Test
  void everyNameIsDeclared() throws IllegalAccessException {
    FactCatalog catalog = Knowledge.load().facts();
    int names = 0;
    for (Field field : FactNames.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        assertThat(catalog.declares((String) field.get(null))).as(field.getName()).isTrue();
        names++;
      }
    }
    assertThat(names).isGreaterThan(50);
  }
}
