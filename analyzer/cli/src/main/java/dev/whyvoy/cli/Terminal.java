package dev.whyvoy.cli;

import dev.whyvoy.report.Visible;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What the program reads from and writes to. Gathered once, at the edge.
 *
 * @param out reports a closed pipe with an exception; not buffered
 * @param width columns of the terminal, or those to write for elsewhere
 * @param height rows of the terminal
 * @param unicode whether characters beyond ASCII can be shown
 * @param environment environment variables
 * @param interruption how the user ends long work
 */
record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int width,
    int height,
    boolean unicode,
    Map<String, String> environment,
    Interruption interruption) {
  private static final int DEFAULT_WIDTH = 80;
  private static final int DEFAULT_HEIGHT = 24;

  /** Wider ones are taken for this wide. */
  static final int WIDEST = 400;

  /** The terminal of this process, as the launcher describes it. */
  static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    String told = System.getProperty("whyvoy.tty");
    String tty = told != null ? told : System.console() == null ? "" : "ioe";
    String charset = System.getProperty("whyvoy.charset", charset(environment));
    String[] size = System.getProperty("whyvoy.size", "").split(" ");
    boolean unicode = charset.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
    int columns = number(size[size.length - 1], DEFAULT_WIDTH);
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(
            new FileOutputStream(FileDescriptor.err),
            true,
            unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII),
        tty.contains("i"),
        tty.contains("o"),
        tty.contains("e"),
        Math.min(WIDEST, columns),
        size.length == 2 ? number(size[0], DEFAULT_HEIGHT) : DEFAULT_HEIGHT,
        unicode,
        environment,
        new Interruption());
  }

  private static String charset(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static int number(String text, int otherwise) {
    try {
      int number = Integer.parseInt(text);
      return number > 0 ? number : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Says what went wrong. */
  void complain(String message) {
    err.println("whyvoy: " + Visible.line(message, unicode));
  }

  /** Writes text to the output. */
  void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether lines can be drawn anew in place. */
  boolean redraws() {
    return !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /** Whether colour is wanted where the user leaves it to us. */
  boolean likesColour() {
    return outIsTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }
}
