package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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

/** The HTML report as a browser shows it. */
class BrowserTest {
  private static @Nullable Browser browser;

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
    page = context.newPage();
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
    show(Logs.MIXED);
    Object painted =
        page.evaluate(
            "() => { const c = document.querySelector('#plot canvas');"
                + " return c.getContext('2d').getImageData(0, 0, c.width, c.height).data"
                + ".filter((v, i) => i % 4 === 3 && v > 0).length }");
    assertThat(((Number) painted).intValue()).isGreaterThan(1000);
  }

  @Test
  void whatIsInTheLogDoesNothing() throws IOException {
    show(Hostile.LINES);
    assertThat(page.locator("main > section").count()).isGreaterThan(5);
    assertThat(page.locator("script").count()).isEqualTo(3);
    assertThat(page.locator("img, iframe, object, [onload], [onerror]").count()).isZero();
    assertThat(page.evaluate("() => document.body.lastElementChild.tagName")).isEqualTo("SCRIPT");
  }
}
