package dev.whyvoy.cli;

import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.report.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the reference to a folder, which is made if it is not there. */
final class ReferenceFolder {
  static final List<String> FORMATS = List.of("html", "md");

  private final Path folder;
  private int pages;

  private ReferenceFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes every page; pages of an earlier reference are replaced, other files are left alone.
   *
   * @param format one of {@link #FORMATS}
   * @return how many pages there are
   */
  static int write(String name, String format, Knowledge knowledge, Explainer explainer)
      throws IOException {
    Path path = Path.of(name);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UsageException(name + ": is a file, not a folder");
    }
    Files.createDirectories(path);
    ReferenceFolder folder = new ReferenceFolder(path);
    Reference reference = new Reference(knowledge, explainer);
    if (format.equals("md")) {
      reference.markdown(folder::page);
    } else {
      reference.html(folder::page);
    }
    return folder.pages;
  }

  private void page(String name, String text) throws IOException {
    try (OutputFile file = OutputFile.create(folder.resolve(name))) {
      file.stream().write(text.getBytes(StandardCharsets.UTF_8));
      file.keep();
    }
    pages++;
  }
}
