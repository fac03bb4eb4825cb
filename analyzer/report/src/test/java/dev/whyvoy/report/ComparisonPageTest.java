package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison as a browser shows it. */
class ComparisonPageTest extends BrowserPage {
  private void show() throws IOException {
    show(ComparisonHtml.of(ComparisonTest.mixed()));
  }

  @Test
  void whatIsNewAndWhatIsBetterComesFirst() throws IOException {
    show();
    assertThat(page.locator("#verdict li").allTextContents())
        .hasSizeGreaterThan(1)
        .first()
        .asString()
        .startsWith("new EV301 upstream-connect-refused: ");
    assertThat(rows("diagnoses")).containsExactly("new", "better");
    assertThat(rows("hosts")).contains("new");
    assertThat(page.locator("#diagnoses rect").first().boundingBox()).isNotNull();
  }

  @Test
  void theTablesSortAndFilter() throws IOException {
    show();
    Locator head = page.locator("#diagnoses thead th").nth(3);
    head.locator("button").click();
    assertThat(head.getAttribute("aria-sort")).isEqualTo("descending");
    head.locator("button").press("Enter");
    assertThat(head.getAttribute("aria-sort")).isEqualTo("ascending");
    assertThat(rows("diagnoses")).containsExactly("better", "new");
    page.locator("#filter").fill("192.0.2.2");
    assertThat(rows("hosts")).containsExactly("new");
    assertThat(rows("diagnoses")).isEmpty();
    assertThat(page.locator("#shown").textContent()).startsWith("1 of ");
    page.locator("#filter").press("Escape");
    assertThat(rows("diagnoses")).hasSize(2);
  }

  private List<String> rows(String section) {
    return page.locator("#" + section + " tbody tr:visible").all().stream()
        .map(row -> row.locator(".level").textContent())
        .toList();
  }

  @Test
  void everyLinkWithinThePageLeadsSomewhere() throws IOException {
    show();
    linksLeadSomewhere();
  }

  @Test
  void withoutScriptsAllNumbersAreThere() throws IOException {
    openWithoutScripts();
    show();
    assertThat(page.locator(".js:visible, #filter:visible").count()).isZero();
    assertThat(rows("diagnoses")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void textStandsOutFromItsGround(ColorScheme scheme) throws IOException {
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    show();
    assertThat(page.evaluate(CONTRAST)).isEqualTo("");
  }

  @Test
  void aNarrowScreenNeedsNoSidewaysScrolling() throws IOException {
    page.setViewportSize(390, 800);
    show();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void readersThatSpeakFindTheirWay() throws IOException {
    show();
    readersThatSpeakAreLed();
  }

  @Test
  void whatIsInTheLogDoesNothing() throws IOException {
    SummaryView hostile = Logs.summary(Hostile.LINES);
    show(ComparisonHtml.of(ComparisonTest.view(Logs.summary(Logs.MIXED), hostile)));
    assertThat(page.locator("script").count()).isEqualTo(1);
    assertThat(page.locator("img, iframe, object, [onload], [onerror]").count()).isZero();
    assertThat(page.locator("a:not([href^='#'])").count()).isZero();
    page.locator("#filter").fill("<script>");
  }
}
