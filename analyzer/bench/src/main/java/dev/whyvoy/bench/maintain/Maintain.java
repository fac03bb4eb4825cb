package dev.whyvoy.bench.maintain;

import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.InvalidKnowledge;
import dev.whyvoy.core.knowledge.KnowledgeLoader;
import dev.whyvoy.core.knowledge.KnowledgeModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;

/**
 * Holds the knowledge against Envoy's source.
 *
 * <pre>
 * Maintain verify CHECKOUT [KNOWLEDGE]   every cited place exists at each release it claims
 * Maintain index  CHECKOUT [KNOWLEDGE]   writes code-index.csv anew
 * Maintain diff   CHECKOUT FROM TO [KNOWLEDGE]   texts new, gone or moved between two releases
 * </pre>
 *
 * CHECKOUT is a Git repository of Envoy with history, KNOWLEDGE the folder of the YAML files.
 */
public final class Maintain {
  private static final int DONE = 0;
  private static final int NOT_SO = 1;
  private static final int WRONG_USAGE = 2;
  private static final String USAGE =
      "usage: Maintain verify|index CHECKOUT [KNOWLEDGE] or Maintain diff CHECKOUT FROM TO"
          + " [KNOWLEDGE]";

  private Maintain() {}

  /** Exits with 0 if all is well, 1 if something cited is not there, 2 on wrong usage. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    boolean diff = !args.isEmpty() && args.get(0).equals("diff");
    int fixed = diff ? 4 : 2;
    if (args.size() < fixed || args.size() > fixed + 1) {
      err.println(USAGE);
      return WRONG_USAGE;
    }
    Path knowledge = args.size() > fixed ? Path.of(args.get(fixed)) : defaultKnowledge();
    try (Repository repository = new Repository(Path.of(args.get(1)))) {
      KnowledgeModel model = KnowledgeLoader.load(knowledge);
      return switch (args.get(0)) {
        case "verify" -> verify(repository, model, out);
        case "index" -> index(repository, model, knowledge, out);
        case "diff" -> {
          TextChanges.between(
                  repository,
                  Releases.ref(repository, args.get(2)),
                  Releases.ref(repository, args.get(3)))
              .print(KnownTexts.of(model), out);
          yield DONE;
        }
        default -> {
          err.println(USAGE);
          yield WRONG_USAGE;
        }
      };
    } catch (IOException | InvalidKnowledge e) {
      err.println("maintain: " + e.getMessage());
      return WRONG_USAGE;
    }
  }

  private static int verify(Repository repository, KnowledgeModel model, PrintStream out)
      throws IOException {
    Verify verify = new Verify(Citation.of(model), locator(repository, out));
    return verify.print(out) ? DONE : NOT_SO;
  }

  private static int index(
      Repository repository, KnowledgeModel model, Path knowledge, PrintStream out)
      throws IOException {
    int rows = Index.write(knowledge, Citation.of(model), locator(repository, out));
    out.printf("%s: %d places%n", knowledge.resolve(Index.FILE), rows);
    return DONE;
  }

  private static Locator locator(Repository repository, PrintStream out) throws IOException {
    NavigableMap<EnvoyVersion, String> releases = Releases.in(repository);
    if (releases.isEmpty()) {
      throw new IOException("the checkout holds none of the releases");
    }
    List<EnvoyVersion> absent =
        EnvoyVersion.all().stream().filter(version -> !releases.containsKey(version)).toList();
    if (!absent.isEmpty()) {
      out.println("not in this checkout, left out: " + absent);
    }
    return new Locator(repository, releases);
  }

  /** The folder that the launcher names, else the one of the project around the working folder. */
  private static Path defaultKnowledge() {
    String named = System.getProperty("whyvoy.knowledge", "");
    Path below = Path.of("analyzer", "knowledge", "src", "main", "resources", "whyvoy");
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(below))) {
      folder = folder.getParent();
    }
    return !named.isEmpty() ? Path.of(named) : folder == null ? below : folder.resolve(below);
  }
}
