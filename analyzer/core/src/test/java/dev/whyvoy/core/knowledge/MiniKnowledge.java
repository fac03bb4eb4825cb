package dev.whyvoy.core.knowledge;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** A few entries of their own for tests of the engine, on top of the real facts. */
public final class MiniKnowledge {
  private MiniKnowledge() {}

  public static Knowledge load() {
    KnowledgeModel real = Knowledge.load().model();
    KnowledgeModel factsOnly =
        new KnowledgeModel(
            real.facts(),
            real.families(),
            real.timers(),
            real.tables(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try {
      Path root = Path.of(MiniKnowledge.class.getResource("/mini").toURI());
      return Knowledge.of(KnowledgeLoader.load(root, factsOnly));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
