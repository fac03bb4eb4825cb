package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormatOperatorsTest {
  static List<CSVRecord> operators() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    FormatOperatorsTest.class.getResourceAsStream("/whyvoy/formats/operators.csv")),
                StandardCharsets.UTF_8))) {
      return CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(in)
          .getRecords();
    }
  }

  @ParameterizedTest
  @MethodSource("operators")
  void everyOperatorIsAccepted(CSVRecord operator) {
    String example = operator.get("example");
    String format = "a%%" + example + "b";
    List<FormatPart> parts = FormatStrings.parts(format);
    assertThat(parts).hasSize(3);
    assertThat(parts.get(0)).isEqualTo(new FormatPart.Literal("a%"));
    assertThat(((FormatPart.Command) parts.get(1)).name()).isEqualTo(operator.get("operator"));
    if (operator.get("length").equals("yes")) {
      assertThatCode(() -> FormatStrings.parts("%" + operator.get("operator") + "(X):40%"))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void thereAreAllOfThem() throws IOException {
    assertThat(operators()).hasSizeGreaterThan(160);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %RESPONSE_CDE%         | column 1: there is no operator %RESPONSE_CDE%; did you mean "RESPONSE_CODE"?
          [%STARTTIME%]          | column 2: there is no operator %STARTTIME%; did you mean "START_TIME"?
          %PROTOCOL(x)%          | column 1: %PROTOCOL% takes no argument
          x %REQ%                | column 3: %REQ% needs an argument in parentheses
          %PROTOCOL:9%           | column 1: %PROTOCOL% takes no length
          %RESPONSE_CODE% %REQ(x | column 21: the argument is not closed
          """)
  void mistakesPointAtTheirColumn(String format, String message) {
    assertThatThrownBy(() -> FormatStrings.parts(format)).hasMessageStartingWith(message);
  }

  @Test
  void otherNamesAreLetPass() {
    assertThatCode(() -> FormatStrings.parts("%KUMA_SOURCE_ADDRESS_WITHOUT_PORT% %MY_EXTENSION%"))
        .doesNotThrowAnyException();
  }
}
