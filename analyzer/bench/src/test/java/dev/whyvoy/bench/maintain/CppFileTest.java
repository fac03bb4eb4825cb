package dev.whyvoy.bench.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CppFileTest {
  private static final String SOURCE =
      """
      namespace Shop {
      namespace Till::Paper {
      namespace {
      constexpr absl::string_view Empty{"no paper"};
      const std::string Torn = "torn paper";
      bool dry(int x) { return x < 3; }
      } // namespace

      class Roll : public Stock {
      public:
        Roll(int width) : width_(width), rest_{7} { check("narrow"); }
        ~Roll() override { cut(); }
        bool operator()(int a) const { return a > 0; }
        struct Names {
          const std::string Last = "last roll";
        };
        template <class T> T feed(std::function<void(int)> done) {
          return done(1);
        }
        int width() const { return width_; }
      private:
        const int width_;
      };

      void Roll::print(const std::string& text,
                       int copies) {
        for (int i = 0; i < copies; i++) {
          log("printing {}", text);
          send(
              "out of "
              "paper", copies);
        }
        auto again = [this]() { send("again"); };
      }

      void Roll::print(char c) { sendOne(c); }

      template <> void Reel<int>::turn() { spin(); }

      #ifdef OLD
      int
      Roll::left() {
        if (old()) {
      #else
      int Roll::left(int unit) {
        if (unit) {
      #endif
          return 2;
        }
        return 1;
      }

      extern "C" {
      int shop_close(int how) { return how; }
      }
      } // namespace Till::Paper
      } // namespace Shop
      """;

  private final CppFile file = new CppFile(SOURCE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Shop::Till::Paper::dry | `` | 6",
        "Shop::Till::Paper::Empty | no paper | 4",
        "Shop::Till::Paper::Torn | torn paper | 5",
        "Shop::Till::Paper::Roll | `` | 9",
        "Shop::Till::Paper::Roll::Roll | narrow | 11",
        "Shop::Till::Paper::Roll::~Roll | cut( | 12",
        "Shop::Till::Paper::Roll::operator() | `` | 13",
        "Shop::Till::Paper::Roll::Names | last roll | 15",
        "Shop::Till::Paper::Roll::feed | done(1) | 18",
        "Shop::Till::Paper::Roll::width | width_ | 20",
        "Shop::Till::Paper::Roll::print | `` | 25",
        "Shop::Till::Paper::Roll::print | send(out of paper | 29",
        "Shop::Till::Paper::Roll::print | out of paper | 30",
        "Shop::Till::Paper::Roll::print | again | 33",
        "Shop::Till::Paper::Roll::print | sendOne( | 36",
        "Shop::Till::Paper::Reel::turn | spin() | 38",
        "Shop::Till::Paper::Roll::left | return 1 | 50",
        "Shop::Till::Paper::shop_close | how | 54",
      })
  void findsPlaces(String function, String at, int line) {
    assertThat(file.find(function, at)).isEqualTo(Location.at(line));
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(file.find("Shop::Till::Paper::Roll::prints", "")).isEqualTo(Location.NO_FUNCTION);
    assertThat(file.find("Roll::print", "")).isEqualTo(Location.NO_FUNCTION);
    assertThat(file.find("Shop::Till::Paper::dry", "spin()")).isEqualTo(Location.NO_WORDS);
  }

  @Test
  void wordsAreWhole() {
    assertThat(file.find("Shop::Till::Paper::Roll::print", "copie")).isEqualTo(Location.NO_WORDS);
    assertThat(Words.of("send(\"out of\"")).containsExactly("send", "(", "out", "of");
  }
}
