package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The HTML report as a browser shows it. */
class BrowserTest extends BrowserPage {
  private static final String PICTURE = "() => document.querySelector('#plot canvas').toDataURL()";

  private void showReport(String... lines) throws IOException {
    show(ReportHtml.of(Logs.report(lines)));
  }

  @Test
  void theTimelineIsDrawn() throws IOException {
    showReport(Logs.outage());
    assertThat(painted()).isGreaterThan(1000);
    assertThat(page.locator(".static").isVisible()).isFalse();
  }

  /** How many pixels of the chart are not empty. */
  private int painted() {
    return ((Number)
            page.evaluate(
                "() => { const c = document.querySelector('#plot canvas');"
                    + " return c.getContext('2d').getImageData(0, 0, c.width, c.height).data"
                    + ".filter((v, i) => i % 4 === 3 && v > 0).length }"))
        .intValue();
  }

  @Test
  void clickingABarFindsItsDiagnosis() throws IOException {
    showReport(Logs.outage());
    BoundingBox plot = plot();
    // Within the outage, and low enough to be in the first band.
    page.mouse().click(plot.x + plot.width * 0.42, plot.y + plot.height * 0.95);
    assertThat(page.locator("#filter").inputValue()).isEqualTo("EV301");
    assertThat(visibleRows()).containsExactly("EV301");
    assertThat(page.locator("#readout").textContent()).matches(".*09:1\\d.*failed.*");
  }

  /** Where the chart is on the screen. */
  private BoundingBox plot() {
    Locator plot = page.locator("#plot .u-over");
    plot.scrollIntoViewIfNeeded();
    return plot.boundingBox();
  }

  @Test
  void draggingZoomsAndTheButtonShowsAllAgain() throws IOException {
    showReport(Logs.outage());
    assertThat(page.locator("#readout button").isVisible()).isFalse();
    BoundingBox plot = plot();
    page.mouse().move(plot.x + plot.width * 0.3, plot.y + 50);
    page.mouse().down();
    page.mouse().move(plot.x + plot.width * 0.6, plot.y + 50);
    page.mouse().up();
    page.locator("#readout button").click();
    assertThat(page.locator("#readout button").isVisible()).isFalse();
    assertThat(page.locator("#filter").inputValue()).isEmpty();
  }

  @Test
  void bandsCanBeSwitchedOff() throws IOException {
    showReport(Logs.outage());
    Object before = page.evaluate(PICTURE);
    page.locator("#legend button").first().click();
    assertThat(page.locator("#legend button").first().getAttribute("aria-pressed"))
        .isEqualTo("false");
    assertThat(page.evaluate(PICTURE)).isNotEqualTo(before);
  }

  @Test
  void theTableSortsAndFilters() throws IOException {
    showReport(Logs.outage());
    assertThat(visibleRows()).hasSize(2).first().isEqualTo("EV301");
    Locator head = page.locator("#outcomes thead th").nth(1);
    head.locator("button").click();
    assertThat(head.getAttribute("aria-sort")).isEqualTo("descending");
    head.locator("button").press("Enter");
    assertThat(head.getAttribute("aria-sort")).isEqualTo("ascending");
    assertThat(visibleRows()).last().isEqualTo("EV301");
    page.locator("#filter").fill("refused outbound");
    assertThat(visibleRows()).containsExactly("EV301");
    assertThat(page.locator("#shown").textContent()).isEqualTo("1 of 2 shown");
    page.locator("#filter").press("Escape");
    assertThat(visibleRows()).hasSize(2);
  }

  @Test
  void aDiagnosisHasALinkOfItsOwn() throws IOException {
    showReport(Logs.outage());
    page.locator("#outcomes a").first().click();
    assertThat(page.url()).endsWith("#EV301");
    page.waitForFunction(
        "() => Math.abs(document.getElementById('EV301').getBoundingClientRect().top) < 60");
    assertThat(page.locator("#EV301:target h2").count()).isOne();
  }

  @Test
  void everyLinkWithinThePageLeadsSomewhere() throws IOException {
    showReport(Logs.outage());
    linksLeadSomewhere();
  }

  @Test
  void withoutScriptsAllNumbersAreThere() throws IOException {
    openWithoutScripts();
    showReport(Logs.outage());
    assertThat(page.locator(".static svg").isVisible()).isTrue();
    assertThat(page.locator(".js:visible, #filter:visible").count()).isZero();
    assertThat(page.locator("#outcomes tbody tr:visible").count()).isEqualTo(2);
    page.locator("#timeline summary").click();
    assertThat(page.locator("#timeline tbody tr:visible").count()).isGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void textStandsOutFromItsGround(ColorScheme scheme) throws IOException {
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    showReport(Logs.outage());
    assertThat(page.evaluate(CONTRAST)).isEqualTo("");
  }

  @Test
  void aNarrowScreenNeedsNoSidewaysScrolling() throws IOException {
    page.setViewportSize(390, 800);
    showReport(Logs.outage());
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void readersThatSpeakFindTheirWay() throws IOException {
    showReport(Logs.outage());
    readersThatSpeakAreLed();
  }

  @Test
  void whatIsInTheLogDoesNothing() throws IOException {
    showReport(Hostile.LINES);
    assertThat(page.locator("main > section").count()).isGreaterThan(10);
    assertThat(page.locator("script").count()).isEqualTo(3);
    assertThat(page.locator("img, iframe, object, [onload], [onerror]").count()).isZero();
    assertThat(page.locator("a:not([href^='#']):not([href^='https://github.com/'])").count())
        .isZero();
    assertThat(page.evaluate("() => document.body.lastElementChild.tagName")).isEqualTo("SCRIPT");
    for (Locator link : page.locator("#verdict a, #outcomes a").all()) {
      link.click();
    }
    page.locator("#filter").fill("<script>");
    assertThat(visibleRows()).isNotEmpty();
  }

  private List<String> visibleRows() {
    return page.locator("#outcomes tbody tr:visible").all().stream()
        .map(row -> row.getAttribute("data-code"))
        .toList();
  }
}
