package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines on which not everything is as it should be. */
class SurroundingsIT {
  private static final String SAMPLE = "samples/dead-host.json";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"summary", "annotate", "report -o - --output csv"})
  void aFullDiskIsSaid(String command) {
    Outcome outcome = Packaged.shell("whyvoy " + command + " " + SAMPLE + " > /dev/full").run();
    assertThat(outcome.err()).isEqualTo("whyvoy: No space left on device\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.INPUT_UNREADABLE);
  }

  @Test
  void aSocketIsNoLog() throws IOException {
    Path socket = folder.resolve("envoy.sock");
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));
      Outcome outcome = Packaged.whyvoy("summary", socket.toString(), SAMPLE).run();
      assertThat(outcome.code()).isEqualTo(ExitCode.INPUT_UNREADABLE);
      assertThat(outcome.err()).startsWith("whyvoy: " + socket + ": ").hasLineCount(1);
      assertThat(outcome.out()).isEqualTo(Packaged.whyvoy(SAMPLE).run().out());
    }
  }

  @Test
  void aNamedPipeIsReadToItsEnd() {
    Outcome outcome =
        Packaged.shell("mkfifo \"$PIPE\"; cat " + SAMPLE + " > \"$PIPE\" & whyvoy \"$PIPE\"")
            .with("PIPE", folder.resolve("pipe.log").toString())
            .run();
    assertThat(outcome).isEqualTo(Packaged.whyvoy(SAMPLE).run());
  }

  @Test
  void namesOfFilesDoNotControlTheTerminal() throws IOException {
    Path name = folder.resolve("a\u001b[2J\u202e.log");
    Outcome outcome = Packaged.whyvoy("summary", name.toString()).run();
    assertThat(outcome.err()).contains("a\\x1b[2J\\u202e.log: no such file").hasLineCount(1);
    Files.copy(Packaged.PROJECT.resolve(SAMPLE), name);
    Outcome report = Packaged.whyvoy("report", "-o", "-", "--output", "md", name.toString()).run();
    assertThat(report.code()).isZero();
    assertThat(report.out()).contains("\\x1b[2J").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void aConfigurationThatDoesNotFitIntoMemoryIsRefused() throws IOException {
    Path dump = folder.resolve("config_dump.json");
    String cluster = "{\"cluster\":{\"name\":\"a\",\"connect_timeout\":\"1s\"}},";
    Files.writeString(
        dump,
        "{\"configs\":[{\"dynamic_active_clusters\":["
            + cluster.repeat((40 << 20) / cluster.length())
            + cluster.replaceAll(",$", "]}]}"));
    Outcome outcome = Packaged.whyvoy(SAMPLE, "--config", dump.toString()).run();
    assertThat(outcome.err()).contains("config_dump.json: ", "does not fit into memory");
    assertThat(outcome.err()).hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void tooLittleMemoryIsSaid() {
    Outcome outcome =
        Packaged.whyvoy(SAMPLE).with("WHYVOY_JAVA_OPTS", "-Xms4m -Xmn1m -Xmx4m").run();
    assertThat(outcome.err())
        .startsWith("whyvoy: out of memory with ")
        .endsWith(" MiB; more: WHYVOY_JAVA_OPTS=-Xmx1g\n")
        .hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(ExitCode.INTERNAL_ERROR);
  }

  @ParameterizedTest
  @CsvSource({"tr_TR.UTF-8,tr,Asia/Kathmandu", "ja_JP.UTF-8,ja,Pacific/Chatham"})
  void languageAndTimeZoneChangeNothing(String locale, String language, String zone) {
    Outcome there =
        Packaged.whyvoy("summary", "--all", SAMPLE)
            .with("LC_ALL", locale)
            .with("TZ", zone)
            .with("JDK_JAVA_OPTIONS", "-Duser.language=" + language)
            .run();
    assertThat(there.out()).isEqualTo(Packaged.whyvoy("summary", "--all", SAMPLE).run().out());
    assertThat(there.code()).isZero();
  }

  @Test
  void noHomeIsNeeded() {
    assertThat(Packaged.shell("env -u HOME whyvoy " + SAMPLE).run())
        .isEqualTo(Packaged.whyvoy(SAMPLE).run());
  }

  @Test
  void anInterruptedReportIsAbsentOrWhole() throws IOException {
    Outcome outcome =
        Packaged.shell(
                "mkfifo \"$DIR/pipe\"; { cat "
                    + SAMPLE
                    + "; : > \"$DIR/written\"; sleep 60; } > \"$DIR/pipe\" 2>/dev/null & writer=$!\n"
                    + "whyvoy report -o \"$DIR/out.json\" \"$DIR/pipe\" & reader=$!\n"
                    // More than a pipe holds: once it is written, the program reads.
                    + "while [ ! -e \"$DIR/written\" ]; do sleep 0.1; done; sleep 1;"
                    + " rm \"$DIR/written\"; kill -TERM $reader; wait $reader; code=$?;"
                    + " kill $writer; exit $code")
            .with("DIR", folder.toString())
            .run();
    assertThat(outcome.code()).isEqualTo(143);
    assertThat(outcome.err()).contains("interrupted");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("pipe", "out.json");
    }
    assertThat(Files.readString(folder.resolve("out.json")))
        .startsWith("{")
        .contains("interrupted: this is what was read so far")
        .endsWith("}\n");
  }

  @Test
  void anOverlayThatIsNoTextIsNamed() throws IOException {
    Path causes = Files.createDirectories(folder.resolve("causes"));
    Files.write(causes.resolve("x.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    Outcome outcome = Packaged.whyvoy("explain", "--knowledge", folder.toString(), "503").run();
    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.err()).contains("causes/x.yaml:1: not UTF-8").hasLineCount(1);
  }
}
