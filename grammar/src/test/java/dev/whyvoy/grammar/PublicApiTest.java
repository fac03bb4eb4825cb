package dev.whyvoy.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What callers can see: no type of the ANTLR runtime, except on generated classes. */
class PublicApiTest {
  private static final String RUNTIME = "org.antlr";

  private static List<Class<?>> visibleClasses() throws IOException, URISyntaxException {
    Path classes = Path.of(Span.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      List<Class<?>> visible = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        Class<?> type = load(classes.relativize(file).toString());
        boolean generated = type.getName().matches(".*(Lexer|Parser|Listener)(\\$.*)?");
        boolean door = type.getPackageName().endsWith(".antlr");
        if (Modifier.isPublic(type.getModifiers()) && !generated && !door) {
          visible.add(type);
        }
      }
      return visible;
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, PublicApiTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> signatures(Class<?> type) {
    List<String> signatures = new ArrayList<>();
    signatures.add(String.valueOf(type.getGenericSuperclass()));
    Stream.of(type.getGenericInterfaces()).forEach(i -> signatures.add(i.toString()));
    Stream.of(type.getDeclaredFields())
        .filter(f -> isVisible(f.getModifiers()))
        .map(Field::toGenericString)
        .forEach(signatures::add);
    Stream.<Executable>concat(
            Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors()))
        .filter(e -> isVisible(e.getModifiers()))
        .map(GenericDeclaration::toString)
        .forEach(signatures::add);
    return signatures;
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  @Test
  void noSignatureMentionsTheRuntime() throws Exception {
    List<Class<?>> visible = visibleClasses();
    assertThat(visible).contains(Span.class, Decoded.class).hasSizeGreaterThan(30);
    for (Class<?> type : visible) {
      assertThat(signatures(type)).as(type.getName()).noneMatch(s -> s.contains(RUNTIME));
    }
  }

  @Test
  void everyDialectHasOneReader() throws Exception {
    List<Class<?>> readers =
        visibleClasses().stream().filter(t -> t.getSimpleName().endsWith("Reader")).toList();
    assertThat(readers).hasSize(Dialect.values().length);
    for (Class<?> reader : readers) {
      assertThat(Stream.of(reader.getDeclaredMethods()).filter(m -> isVisible(m.getModifiers())))
          .extracting(Method::getName)
          .containsExactly("parse", "parse");
    }
  }
}
