package dev.whyvoy.core.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The logs that names stand for: files, patterns that the shell left alone, and folders with all
 * that looks like a log in them. Files of a rotated set come in the order of time.
 */
public final class InputFiles {
  /** Most files one pattern or folder may stand for. */
  private static final int MOST = 100_000;

  /** Folders within folders that are looked into. */
  private static final int DEEPEST = 32;

  private static final Pattern PATTERN = Pattern.compile("[*?\\[{]");
  private static final Pattern LOG =
      Pattern.compile(
          "(?i)(.*[._-])?(access|log|logs|jsonl|ndjson|json|csv|tsv|txt|out|stdout|stderr)"
              + "([._-]?[0-9][0-9T:._-]*Z?)?(\\.(log|json|txt))?(\\.(gz|zst|zstd|bz2|xz))?");

  private final List<Path> files = new ArrayList<>();
  private final List<Path> skipped = new ArrayList<>();
  private final List<ReadProblem> left = new ArrayList<>();
  private final int most;
  private final int deepest;

  private InputFiles(int most, int deepest) {
    this.most = most;
    this.deepest = deepest;
  }

  /** The files of these names, in order, each once. */
  public static InputFiles of(List<String> names) throws IOException {
    return of(names, MOST, DEEPEST);
  }

  static InputFiles of(List<String> names, int most, int deepest) throws IOException {
    InputFiles found = new InputFiles(most, deepest);
    Set<Path> seen = new TreeSet<>();
    List<Path> all = new ArrayList<>();
    for (String name : names) {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        found.folder(path, all);
      } else if (!Files.exists(path) && PATTERN.matcher(name).find()) {
        int before = all.size();
        found.matches(name, all);
        if (all.size() == before) {
          all.add(path);
        }
      } else {
        all.add(path);
      }
    }
    for (Path path : RotatedSets.inOrder(all)) {
      if (seen.add(path.toAbsolutePath().normalize())) {
        found.files.add(path);
      }
    }
    return found;
  }

  /** Whether there is a file or folder of this name, or it is a pattern that one matches. */
  public static boolean isAny(String name) throws IOException {
    return Files.exists(Path.of(name))
        || of(List.of(name), 1, DEEPEST).files.stream().anyMatch(Files::exists);
  }

  /** What is to be read; a name that nothing was found for stands for itself. */
  public List<Path> files() {
    return List.copyOf(files);
  }

  /** Files in folders that do not look like logs. */
  public List<Path> skipped() {
    return List.copyOf(skipped);
  }

  /** Whether a file of this name is taken for a log when its folder is given. */
  static boolean looksLikeLog(String name) {
    return !name.startsWith(".") && LOG.matcher(name).matches();
  }

  /** Folders and patterns of which not all is read, and why. */
  public List<ReadProblem> left() {
    return List.copyOf(left);
  }

  private void folder(Path folder, List<Path> into) throws IOException {
    Predicate<Path> isLog =
        file -> {
          boolean log = looksLikeLog(file.getFileName().toString());
          if (!log) {
            skipped.add(file);
          }
          return log;
        };
    into.addAll(walk(folder.toString(), folder, deepest, isLog));
  }

  /** The files below a folder that are wanted. What cannot be looked into is left out, and said. */
  private Set<Path> walk(String name, Path folder, int depth, Predicate<Path> isWanted)
      throws IOException {
    Set<Path> found = new TreeSet<>();
    Files.walkFileTree(
        folder,
        Set.<FileVisitOption>of(),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory() && depth == deepest) {
              left.add(new ReadProblem(file.toString(), "nested too deeply, not looked into"));
            }
            // Container runtimes link from one folder to logs in another.
            if (Files.isRegularFile(file) && isWanted.test(file)) {
              if (found.size() == most) {
                left.add(new ReadProblem(name, "stands for more than " + most + " files"));
                return FileVisitResult.TERMINATE;
              }
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            left.add(ReadProblem.of(file.toString(), e));
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private void matches(String pattern, List<Path> into) throws IOException {
    int wild = 0;
    while (!PATTERN.matcher(pattern.substring(wild, wild + 1)).matches()) {
      wild++;
    }
    int slash = pattern.lastIndexOf('/', wild);
    Path folder = Path.of(slash < 0 ? "." : slash == 0 ? "/" : pattern.substring(0, slash));
    PathMatcher matcher;
    try {
      matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + (slash < 0 ? "./" + pattern : pattern));
    } catch (PatternSyntaxException e) {
      return;
    }
    boolean any = pattern.contains("**");
    int depth = any ? deepest : (int) pattern.chars().filter(c -> c == '/').count() + 1;
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path path : walk(pattern, folder, depth, matcher::matches)) {
      into.add(slash < 0 ? Path.of(path.toString().substring(2)) : path);
    }
  }
}
