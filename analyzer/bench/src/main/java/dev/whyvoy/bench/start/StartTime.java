package dev.whyvoy.bench.start;

import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.KnowledgeCompiler;
import dev.whyvoy.core.knowledge.KnowledgeModel;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;

/**
 * Measures whether {@code whyvoy explain} starts slower the more it knows: whole processes, in
 * turn, with a tenth, half and all of the knowledge, each with a class-data archive of its own.
 *
 * <p>Usage: {@code StartTime LIB [RUNS]}, LIB being the folder of whyvoy's jars.
 */
public final class StartTime {
  private static final int[] PERCENT = {10, 50, 100};
  private static final String TEXT = "no healthy upstream";

  private StartTime() {}

  /** Prints milliseconds for each share of the knowledge. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 1) {
      System.err.println("usage: StartTime LIB [RUNS]");
      System.exit(2);
    }
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 21;
    Path folder = Files.createTempDirectory("whyvoy-start");
    Map<Integer, List<String>> commands = new LinkedHashMap<>();
    KnowledgeModel all = Knowledge.load().model();
    for (int percent : PERCENT) {
      byte[] bytes = KnowledgeCompiler.compile(new Thinned("EV520").of(all, percent));
      Path jar = folder.resolve("knowledge-" + percent + ".jar");
      write(jar, bytes);
      commands.put(percent, command(jar, Path.of(args[0]), folder, percent));
      System.out.printf("%3d %% of the knowledge: %,9d bytes compiled%n", percent, bytes.length);
    }
    Map<Integer, long[]> times = new LinkedHashMap<>();
    commands.keySet().forEach(percent -> times.put(percent, new long[runs]));
    for (int run = 0; run < runs; run++) {
      for (Map.Entry<Integer, List<String>> command : commands.entrySet()) {
        long start = System.nanoTime();
        start(command.getValue());
        long[] own = times.get(command.getKey());
        if (own != null) {
          own[run] = (System.nanoTime() - start) / 1000;
        }
      }
    }
    times.forEach(StartTime::print);
  }

  private static void print(int percent, long[] micros) {
    Arrays.sort(micros);
    System.out.printf(
        "%3d %%: median %6.1f ms, quartiles %6.1f to %6.1f ms, %d runs%n",
        percent,
        micros[micros.length / 2] / 1000.0,
        micros[micros.length / 4] / 1000.0,
        micros[micros.length * 3 / 4] / 1000.0,
        micros.length);
  }

  private static void write(Path jar, byte[] knowledge) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      // As the build packs it.
      out.setLevel(Deflater.NO_COMPRESSION);
      out.putNextEntry(new JarEntry("whyvoy/knowledge.bin"));
      out.write(knowledge);
      out.closeEntry();
    }
  }

  /** Makes the archive as well. */
  private static List<String> command(Path knowledge, Path lib, Path folder, int percent)
      throws IOException, InterruptedException {
    List<String> jars = new ArrayList<>(List.of(knowledge.toString()));
    try (var files = Files.list(lib)) {
      files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().forEach(jars::add);
    }
    String archive = folder.resolve("archive-" + percent + ".jsa").toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = String.join(File.pathSeparator, jars);
    List<String> tail =
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            "dev.whyvoy.cli.Main",
            "explain",
            TEXT);
    start(joined(List.of(java, "-XX:ArchiveClassesAtExit=" + archive), tail));
    return joined(List.of(java, "-XX:SharedArchiveFile=" + archive), tail);
  }

  private static List<String> joined(List<String> head, List<String> tail) {
    List<String> all = new ArrayList<>(head);
    all.addAll(tail);
    return all;
  }

  private static void start(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + ": " + String.join(" ", command));
    }
  }
}
