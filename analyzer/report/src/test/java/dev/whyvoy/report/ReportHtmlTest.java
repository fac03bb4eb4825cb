package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {
  private static final int MOST_BYTES = 2_000_000;

  @Test
  void aPageTellsAllThereIs() throws IOException {
    Golden.check("report.html", withoutAssets(ReportHtml.of(Logs.report(Logs.MIXED))));
  }

  @Test
  void anEmptyLogIsNoMistake() {
    String page = ReportHtml.of(Logs.report());
    assertThat(page).contains("No access record was found in what was read.");
    assertThat(withoutAssets(page)).doesNotContain("<figure").doesNotContain("<table");
  }

  @Test
  void aLogWithoutFailuresIsGoodNews() {
    String page = ReportHtml.of(Logs.report(Logs.MIXED[0]));
    assertThat(page).contains("None of 1 request failed.");
  }

  @Test
  void whatIsInTheLogIsText() {
    String page = ReportHtml.of(Logs.report(Hostile.LINES));
    assertThat(withoutAssets(page))
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("\u2028")
        .doesNotContain("\u202e")
        .doesNotContain("href=\"javascript:")
        .contains("&lt;/script&gt;&lt;script&gt;")
        .contains("\\u202e");
  }

  @Test
  void aPageStaysSmallWhateverIsLogged() {
    List<String> lines = new ArrayList<>();
    String noise = "&quot;\u4e16<>".repeat(300);
    for (int flag = 0; flag < 200; flag++) {
      for (int k = 0; k < 9; k++) {
        lines.add(
            ("{'response_code':503,'response_flags':'X%d','path':'/%s','user_agent':'%s',"
                    + "'upstream_cluster':'%s','upstream_host':'%s','duration':%d}")
                .formatted(
                    flag,
                    noise.substring(k),
                    noise.substring(k, 900),
                    noise.substring(k, 200),
                    noise.substring(k, 200),
                    k)
                .replace('\'', '"'));
      }
    }
    String page = ReportHtml.of(Logs.report(lines.toArray(new String[0])));
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    assertThat(page.contains("was left out to keep this file small")).isTrue();
    assertThat(linksToNowhere(page)).isEmpty();
    assertThat(page.contains("rarer outcomes left out here")).isTrue();
  }

  @Test
  void whatWasLeftOutIsNotLinked() {
    List<String> lines = new ArrayList<>(List.of(Logs.outage()));
    ReportView view = Logs.report(lines.toArray(new String[0]));
    assertThat(view.sections()).hasSizeGreaterThan(1);
    String page = ReportHtml.of(view.withSections(1));
    assertThat(page).contains("was left out to keep this file small");
    assertThat(linksToNowhere(page)).isEmpty();
    assertThat(ReportHtml.of(view.withSections(0))).contains("<ol class=\"incidents\">");
    assertThat(linksToNowhere(ReportHtml.of(view.withSections(0)))).isEmpty();
  }

  private static List<String> linksToNowhere(String page) {
    Set<String> ids =
        Pattern.compile("\\bid=\"([^\"]*)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    return Pattern.compile("href=\"#([^\"]*)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .filter(id -> !ids.contains(id))
        .distinct()
        .toList();
  }

  /** The page with styles and scripts, which are the same in all, left out. */
  static String withoutAssets(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "<style></style>")
        .replaceAll("(?s)<script>.*?</script>", "<script></script>")
        .replaceAll("'sha256-[^']*'", "'sha256-'");
  }
}
