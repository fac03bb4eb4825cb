package dev.whyvoy.core.explain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.grammar.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any text whatever. */
class ExplainerPropertiesTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final Explainer EXPLAINER = new Explainer(KNOWLEDGE, EnvoyVersion.DEV);
  private static final String NOISE =
      "abcXYZ019 _-|:;,.{}[]()<>\"'`\\/\n\t=%&#@\u001b[31m\u201c\u00e9\ud83d\ude00\u0000";
  private static final List<String> PIECES =
      List.of(
          "503 UF,URX",
          "HTTP/1.1 503 Service Unavailable\r\n",
          "server: envoy\r\n",
          "{\"message\":\"",
          "\"}",
          "response_flags=",
          "reset reason: ",
          "TLS_error:|268435581:",
          ":TLS_error_end",
          "grpc-message: a%20b",
          "[2024-01-01T00:00:00.000Z] \"",
          "&lt;",
          "\\u003c",
          "code = Unavailable");

  @Test
  void explainingIsTotalAndStaysInsideTheText() {
    Random random = new Random(20240229);
    for (int i = 0; i < 1500; i++) {
      check(text(random));
    }
  }

  @Test
  void everyKnownTemplateCanBePasted() {
    KNOWLEDGE.messages().forEach(message -> check(message.template()));
  }

  static void check(String text) {
    Explanation explanation = EXPLAINER.explain(text, Facts.NONE);
    assertFalse(explanation.findings().isEmpty(), text);
    for (Finding finding : explanation.findings()) {
      assertInside(finding.span(), text);
      finding.labels().forEach(label -> assertInside(label.span(), text));
      finding.unparsed().forEach(unparsed -> assertInside(unparsed.span(), text));
      for (String name : finding.facts().names()) {
        assertTrue(KNOWLEDGE.facts().declares(name), name);
      }
      double sum = finding.causes().stream().mapToDouble(RankedCause::likelihood).sum();
      assertTrue(sum <= 1.000001, text);
    }
  }

  private static void assertInside(Span span, String text) {
    assertTrue(span.to() <= text.length(), text);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(6);
    for (int i = 0; i < parts; i++) {
      switch (random.nextInt(4)) {
        case 0 -> text.append(PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> {
          String template = KNOWLEDGE.message(random.nextInt(KNOWLEDGE.messageCount())).template();
          int from = random.nextInt(template.length());
          text.append(template, random.nextBoolean() ? 0 : from, template.length());
        }
        case 2 -> text.append(random.nextBoolean() ? ' ' : '\n');
        default -> {
          for (int j = random.nextInt(12); j > 0; j--) {
            text.append(NOISE.charAt(random.nextInt(NOISE.length())));
          }
        }
      }
    }
    return text.toString();
  }
}
