package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final String ENVOY = "https://github.com/envoyproxy/envoy/blob/";
  private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]*)\\)");

  private static final Map<String, String> HTML = new LinkedHashMap<>();
  private static final Map<String, String> MARKDOWN = new LinkedHashMap<>();

  @BeforeAll
  static void write() throws IOException {
    Reference reference = new Reference(KNOWLEDGE, new Explainer(KNOWLEDGE, EnvoyVersion.RELEASED));
    reference.html(HTML::put);
    reference.markdown(MARKDOWN::put);
  }

  @Test
  void thereIsAPageForEachDiagnosisAndSevenThatLeadThere() {
    assertThat(HTML).hasSize(KNOWLEDGE.diagnoses().size() + 7).containsKey("index.html");
    assertThat(MARKDOWN).hasSameSizeAs(HTML).containsKey("index.md");
  }

  @Test
  void noLinkIsDead() {
    assertThat(dead(HTML, HREF)).isEmpty();
    assertThat(dead(MARKDOWN, LINK)).isEmpty();
  }

  @Test
  void everyDiagnosisIsReachedFromTheIndex() {
    String index = HTML.getOrDefault("index.html", "");
    assertThat(KNOWLEDGE.diagnoses())
        .allMatch(d -> index.contains("href=\"" + ReferencePage.stem(d) + ".html\""));
  }

  @Test
  void pagesRunNoScriptAndLoadNothing() {
    assertThat(HTML.values())
        .allMatch(page -> page.contains("content=\"default-src 'none';"))
        .noneMatch(page -> page.contains("<script") || page.contains("<link"))
        .noneMatch(page -> page.contains(" src="));
  }

  @Test
  void thePageOfAMessageHasItAsTitle() {
    assertThat(page(HTML, "EV520", ".html"))
        .contains("<title>no_healthy_upstream - the cluster had no host to send to")
        .contains("<h1>no_healthy_upstream</h1>");
    assertThat(page(MARKDOWN, "EV520", ".md")).startsWith("# no_healthy_upstream\n");
  }

  @Test
  void textsAreShownAsTheyAre() {
    assertThat(page(HTML, "EV301", ".html")).contains("delayed connect error: &lt;strerror&gt;");
    assertThat(HTML.getOrDefault("details.html", ""))
        .contains("upstream_reset_before_response_started{&lt;reset_reason&gt;}");
  }

  @Test
  void twoPagesInFull() throws IOException {
    Golden.check("reference.html", page(HTML, "EV427", ".html"));
    Golden.check("reference.md", page(MARKDOWN, "EV427", ".md"));
  }

  private static String page(Map<String, String> pages, String code, String ending) {
    return pages.entrySet().stream()
        .filter(page -> page.getKey().startsWith(code + "-") && page.getKey().endsWith(ending))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> dead(Map<String, String> pages, Pattern links) {
    List<String> dead = new ArrayList<>();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Matcher link = links.matcher(page.getValue());
      while (link.find()) {
        String target = link.group(1);
        boolean within = target.startsWith("#") && page.getValue().contains(id(target));
        if (!within && !target.startsWith(ENVOY) && !pages.containsKey(target)) {
          dead.add(page.getKey() + " -> " + target);
        }
      }
    }
    return dead;
  }

  private static String id(String target) {
    return "id=\"" + target.substring(1) + "\"";
  }
}
