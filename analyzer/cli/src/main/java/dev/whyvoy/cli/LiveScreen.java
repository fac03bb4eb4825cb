package dev.whyvoy.cli;

import dev.whyvoy.report.Live;
import dev.whyvoy.report.LiveText;
import dev.whyvoy.report.Page;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A few lines at the bottom of a terminal that are drawn anew in place. */
final class LiveScreen {
  private static final long LOOK_NANOS = 2_000_000_000L;

  private final Terminal terminal;
  private Page page;
  private int height;
  private int drawn;
  private long looked = System.nanoTime();

  LiveScreen(Terminal terminal, Page page) {
    this.terminal = terminal;
    this.page = page;
    this.height = terminal.height();
  }

  /** A line of text as it may be printed. */
  String safe(String text) {
    return LiveText.safe(text, page);
  }

  /** Draws what is going on over what was drawn before. */
  void draw(Live live) throws IOException {
    look();
    List<String> lines = new LiveText(page).lines(live, height - 1);
    StringBuilder text = new StringBuilder(erase());
    lines.forEach(line -> text.append(line).append("\u001b[K\n"));
    terminal.write(text.toString());
    drawn = lines.size();
  }

  /** Takes the lines away. */
  void clear() throws IOException {
    terminal.write(erase());
    drawn = 0;
  }

  private String erase() {
    return drawn == 0 ? "" : "\u001b[" + drawn + "A\r\u001b[J";
  }

  /** Follows changes of the terminal's size; asks the terminal now and then. */
  private void look() {
    if (System.nanoTime() - looked < LOOK_NANOS) {
      return;
    }
    looked = System.nanoTime();
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String[] size =
          new String(stty.getInputStream().readNBytes(40), StandardCharsets.US_ASCII)
              .strip()
              .split(" ");
      if (size.length == 2 && size[0].matches("[0-9]{1,4}") && size[1].matches("[0-9]{1,4}")) {
        height = Math.max(4, Integer.parseInt(size[0]));
        int width = Math.min(Terminal.WIDEST, Integer.parseInt(size[1]));
        page = new Page(width, page.colour(), page.unicode(), page.redaction());
      }
    } catch (IOException e) {
      // Then it stays as it was.
      looked = Long.MAX_VALUE;
    }
  }
}
