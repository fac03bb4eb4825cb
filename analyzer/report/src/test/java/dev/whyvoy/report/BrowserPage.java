package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * A page of HTML in a browser. After each test: it loaded nothing but itself, and nothing
 * complained.
 */
abstract class BrowserPage {
  private static @Nullable Browser browser;

  /** Names texts whose contrast is below what WCAG asks for (AA). */
  static final String CONTRAST =
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
  Page page;

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

  final void openWithoutScripts() {
    context.close();
    context = browser.chromium().newContext(new NewContextOptions().setJavaScriptEnabled(false));
    watch();
  }

  final void show(String html) throws IOException {
    Path file = Files.createTempFile(folder, "page", ".html");
    Files.writeString(file, html);
    page.navigate(file.toUri().toString());
  }

  /** Links within the page have a target, and no two targets one name. */
  final void linksLeadSomewhere() {
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

  /**
   * The page has landmarks, one title, names for its tables and drawings, and a way past the head.
   */
  final void readersThatSpeakAreLed() {
    assertThat(page.locator("header, main, nav[aria-label]").count()).isEqualTo(3);
    assertThat(page.locator("h1").count()).isOne();
    assertThat(page.locator("table:not(:has(caption)), th:not([scope])").count()).isZero();
    assertThat(page.locator("svg:not([aria-hidden]):not([aria-label])").count()).isZero();
    page.keyboard().press("Tab");
    assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
  }
}
