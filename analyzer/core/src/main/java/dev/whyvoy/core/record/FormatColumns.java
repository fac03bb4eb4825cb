package dev.whyvoy.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which columns the lines of a format have. */
public final class FormatColumns {
  private FormatColumns() {}

  /**
   * A column for each command operator of a format, in its order: the field it fills, or the
   * operator as written if it fills none.
   *
   * @param format a format string, or a JSON object of keys and format strings
   * @throws IllegalArgumentException with the place if Envoy would refuse it
   */
  public static List<String> of(String format) {
    Map<String, String> map = FormatMap.parse(format).orElse(Map.of("", format));
    List<String> columns = new ArrayList<>();
    for (String shown : map.values()) {
      for (FormatPart part : FormatStrings.parts(shown)) {
        if (part instanceof FormatPart.Command command) {
          Field field = Field.ofCommand(command.name(), command.main(), command.alternative());
          columns.add(field == null ? command.text() : field.key());
        }
      }
    }
    return columns;
  }
}
