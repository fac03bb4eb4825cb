package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.knowledge.Knowledge;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  private static final Likeness LIKENESS = new Likeness(Knowledge.load().causes());

  private static Map<String, Double> of(String text) {
    return LIKENESS.of(List.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the labels of that subset select no pods any more | subset-empty",
        "the tokens of the local bucket are refilled too slowly | local-rate-limit-token-bucket",
        "the certificate was renewed on disk and is not picked up | cert-not-reloaded",
      })
  void theWordsOfADescriptionAreLikeIt(String text, String cause) {
    Map<String, Double> likeness = of(text);
    List<String> first =
        likeness.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(3)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(first).contains(cause);
    assertThat(likeness.get(cause)).isBetween(0.1, 1.0);
  }

  @Test
  void wordsThatEveryDescriptionMayHoldAreLikeNone() {
    assertThat(of("the upstream connection failed with an error and the request was reset"))
        .isEmpty();
  }

  @Test
  void namesAndAddressesAreNoWords() {
    assertThat(of("subset_labels.example.com/subset/labels 10.1.2.3:8080")).isEmpty();
  }

  @Test
  void aDescriptionIsLikeItself() {
    Knowledge.load()
        .causes()
        .forEach(
            cause ->
                assertThat(of(cause.title() + ". " + cause.definition()).get(cause.id()))
                    .as(cause.id())
                    .isGreaterThan(0.5));
  }
}
