package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The HTML report as a browser shows it. */
class BrowserTest {
  private static @Nullable Browser browser;

  private static final String PICTURE = "() => document.querySelector('#plot canvas').toDataURL()";

  /** Names texts whose contrast is below what WCAG asks for (AA). */
  private static final String CONTRAST =
      """
      () => {
        const parse = (c) => c.match(/[0-9.]+/g).map(Number);
        const light = (c) => {
          const [r, g, b] = c.map((v) => {
            const x = v / 255;
            return x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = (e) => {
          for (; e; e = e.parentElement) {
            const c = parse(getComputedStyle(e).backgroundColor);
            if (c.length === 3 || c[3] > 0) return c.slice(0, 3);
          }
          return [255, 255, 255];
        };
        const bad = new Set();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const e = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || !e.checkVisibility() || e.closest("script")) continue;
          const style = getComputedStyle(e);
          const [a, b] = [light(parse(style.color).slice(0, 3)), light(ground(e))];
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          const large = parseFloat(style.fontSize) >= 24;
          if (ratio < (large ? 3 : 4.5)) {
            bad.add(e.tagName + "." + e.className + " " + ratio.toFixed(2));
          }
        }
        return [...bad].join("; ");
      }
      """;

  @TempDir static Path folder;

  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() {
    assumeTrue(
        Browser.executable().isPresent(),
        "no Chromium is installed (apt-get install chromium), nor named by CHROMIUM");
    browser = Browser.start(Browser.executable().get());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    context = browser.chromium().newContext();
    watch();
  }

  private void watch() {
    page = context.newPage();
    page.setDefaultTimeout(10_000);
    page.onRequest(request -> requests.add(request.url()));
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  @AfterEach
  void nothingIsLoadedAndNothingComplains() {
    context.close();
    assertThat(requests).hasSize(1).allMatch(url -> url.startsWith("file:"));
    assertThat(complaints).isEmpty();
  }

  private void show(String... lines) throws IOException {
    Path file = Files.createTempFile(folder, "report", ".html");
    Files.writeString(file, ReportHtml.of(Logs.report(lines)));
    page.navigate(file.toUri().toString());
  }

  @Test
  void theTimelineIsDrawn() throws IOException {
    show(Logs.outage());
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
    show(Logs.outage());
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
    show(Logs.outage());
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
    show(Logs.outage());
    Object before = page.evaluate(PICTURE);
    page.locator("#legend button").first().click();
    assertThat(page.locator("#legend button").first().getAttribute("aria-pressed"))
        .isEqualTo("false");
    assertThat(page.evaluate(PICTURE)).isNotEqualTo(before);
  }

  @Test
  void theTableSortsAndFilters() throws IOException {
    show(Logs.outage());
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
    show(Logs.outage());
    page.locator("#outcomes a").first().click();
    assertThat(page.url()).endsWith("#EV301");
    page.waitForFunction(
        "() => Math.abs(document.getElementById('EV301').getBoundingClientRect().top) < 60");
    assertThat(page.locator("#EV301:target h2").count()).isOne();
  }

  @Test
  void everyLinkWithinThePageLeadsSomewhere() throws IOException {
    show(Logs.outage());
    assertThat(
            page.evaluate(
                "() => [...document.querySelectorAll('a[href^=\"#\"]')]"
                    + ".filter(a => !document.getElementById(a.getAttribute('href').slice(1)))"
                    + ".map(a => a.outerHTML).join()"))
        .isEqualTo("");
    assertThat(
            page.evaluate(
                "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                    + " return ids.filter((id, i) => ids.indexOf(id) !== i).join() }"))
        .isEqualTo("");
  }

  @Test
  void withoutScriptsAllNumbersAreThere() throws IOException {
    context.close();
    context = browser.chromium().newContext(new NewContextOptions().setJavaScriptEnabled(false));
    watch();
    show(Logs.outage());
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
    show(Logs.outage());
    assertThat(page.evaluate(CONTRAST)).isEqualTo("");
  }

  @Test
  void aNarrowScreenNeedsNoSidewaysScrolling() throws IOException {
    page.setViewportSize(390, 800);
    show(Logs.outage());
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void readersThatSpeakFindTheirWay() throws IOException {
    show(Logs.outage());
    assertThat(page.locator("header, main, nav[aria-label]").count()).isEqualTo(3);
    assertThat(page.locator("h1").count()).isOne();
    assertThat(page.locator("table:not(:has(caption)), th:not([scope])").count()).isZero();
    assertThat(page.locator("svg:not([aria-hidden]):not([aria-label])").count()).isZero();
    page.keyboard().press("Tab");
    assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
  }

  @Test
  void whatIsInTheLogDoesNothing() throws IOException {
    show(Hostile.LINES);
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
