package dev.whyvoy.report;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.knowledge.Condition;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.FactTest;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Term;
import dev.whyvoy.report.ReferenceIndex.Group;
import dev.whyvoy.report.ReferenceIndex.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The pages that lead to diagnoses: by flag, by text, by part of Envoy, by what a client sees. */
final class ReferenceIndexes {
  /** What the hundreds of the codes are about. */
  private static final List<String> AREAS =
      List.of(
          "The client and its connection",
          "Listeners, TCP and network filters",
          "Connections to the upstream",
          "Upstream streams and connections lost",
          "Routing and choice of a host",
          "Timeouts and retries",
          "HTTP filters",
          "Limits and overload",
          "Answers of the upstream, configuration, other programs");

  private final Knowledge knowledge;
  private final ReferenceBook book;

  ReferenceIndexes(Knowledge knowledge, ReferenceBook book) {
    this.knowledge = knowledge;
    this.book = book;
  }

  List<ReferenceIndex> all() {
    return List.of(
        new ReferenceIndex(
            "index",
            "Why Envoy failed a request",
            "Every outcome that Envoy's response flags, response code details, local reply bodies"
                + " and transport failure reasons tell of, with its causes, what to check, and where"
                + " in Envoy's code it is said. To have a text explained: whyvoy explain TEXT.",
            areas()),
        new ReferenceIndex(
            "flags",
            "Response flags",
            "What %RESPONSE_FLAGS% prints, and what each can stand for.",
            flags()),
        new ReferenceIndex(
            "details",
            "Response code details",
            "What %RESPONSE_CODE_DETAILS% prints. A part in angle brackets differs from case to"
                + " case; blanks are printed as underscores.",
            byFirstLetter(Dialect.RESPONSE_CODE_DETAILS::equals)),
        new ReferenceIndex(
            "texts",
            "Bodies, transport failure reasons and other texts",
            "Bodies of Envoy's own replies, %UPSTREAM_TRANSPORT_FAILURE_REASON%,"
                + " %CONNECTION_TERMINATION_DETAILS%, close reasons, reset reasons and errors of the"
                + " codecs.",
            byDialect()),
        new ReferenceIndex(
            "components", "Parts of Envoy", "Which part of Envoy writes which text.", components()),
        new ReferenceIndex(
            "symptoms",
            "What the client sees",
            "By HTTP status. With gRPC the status is 200, and grpc-status stands for it.",
            statuses()),
        new ReferenceIndex(
            "numbers",
            "Error numbers and words that Envoy passes on",
            "Errors of the operating system and of TLS libraries, results of checking a"
                + " certificate, gRPC statuses.",
            terms()));
  }

  private List<Group> areas() {
    Map<String, List<Row>> byArea = new LinkedHashMap<>();
    for (Diagnosis diagnosis : knowledge.diagnoses()) {
      int hundred = diagnosis.code().charAt(2) - '1';
      boolean known = hundred >= 0 && hundred < AREAS.size();
      byArea
          .computeIfAbsent(known ? AREAS.get(hundred) : "Others", area -> new ArrayList<>())
          .add(new Row("", Words.general(diagnosis.line()), List.of(diagnosis)));
    }
    return groups(byArea, name -> "");
  }

  private List<Group> flags() {
    Map<String, String> names =
        knowledge.facts().get("response_flags").map(Fact::values).orElse(Map.of());
    CatalogSearch search = new CatalogSearch(knowledge);
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<String, String> flag : names.entrySet()) {
      CatalogSearch.Hits hits = search.withFlag(flag.getKey());
      Set<Diagnosis> all = new LinkedHashSet<>(hits.diagnoses());
      hits.messages().forEach(message -> all.addAll(book.diagnoses(message)));
      String note = search.flag(flag.getKey()).map(Message::note).orElse("");
      String meaning = note.isEmpty() ? flag.getValue() : flag.getValue() + ": " + note;
      groups.add(new Group(flag.getKey(), meaning, all.stream().map(this::row).toList()));
    }
    return groups;
  }

  private Row row(Diagnosis diagnosis) {
    return new Row("", Words.general(diagnosis.line()), List.of(diagnosis));
  }

  private List<Group> byFirstLetter(Predicate<Dialect> wanted) {
    Map<String, List<Row>> byLetter = new TreeMap<>();
    texts(wanted)
        .forEach(
            row -> {
              char first = Character.toUpperCase(row.text().charAt(0));
              String name = Character.isLetter(first) ? String.valueOf(first) : "Others";
              byLetter.computeIfAbsent(name, letter -> new ArrayList<>()).add(row);
            });
    return groups(byLetter, name -> "");
  }

  private List<Group> byDialect() {
    Map<String, List<Row>> byDialect = new LinkedHashMap<>();
    for (Dialect dialect : Dialect.values()) {
      boolean other =
          dialect != Dialect.RESPONSE_CODE_DETAILS
              && dialect != Dialect.RESPONSE_FLAGS
              && dialect != Dialect.APPLICATION_LOG;
      if (other) {
        byDialect.put(dialect.word().replace('_', ' '), texts(dialect::equals));
      }
    }
    return groups(byDialect, name -> "");
  }

  /** One row for all messages with the same text. */
  private List<Row> texts(Predicate<Dialect> wanted) {
    Map<String, List<Message>> byText = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Message message : knowledge.messages()) {
      if (wanted.test(message.dialect())) {
        byText.computeIfAbsent(message.template(), text -> new ArrayList<>()).add(message);
      }
    }
    return byText.values().stream().map(this::row).toList();
  }

  private Row row(List<Message> same) {
    Set<Diagnosis> links = new LinkedHashSet<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Message message : same) {
      links.addAll(book.diagnoses(message));
      notes.add(message.note());
    }
    notes.remove("");
    return new Row(same.get(0).template(), String.join("; ", notes), List.copyOf(links));
  }

  private List<Group> components() {
    Map<String, Map<String, List<Message>>> byComponent = new TreeMap<>();
    for (Message message : knowledge.messages()) {
      if (message.dialect() != Dialect.APPLICATION_LOG) {
        byComponent
            .computeIfAbsent(message.component(), component -> new TreeMap<>())
            .computeIfAbsent(message.template(), text -> new ArrayList<>())
            .add(message);
      }
    }
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    byComponent.forEach(
        (component, texts) -> rows.put(component, texts.values().stream().map(this::row).toList()));
    return groups(rows, this::files);
  }

  /** The files that a component's texts are written in. */
  private String files(String component) {
    Set<String> files = new TreeSet<>();
    for (Message message : knowledge.messages()) {
      if (message.component().equals(component) && !message.file().isEmpty()) {
        files.add("`" + message.file() + "`");
      }
    }
    return String.join(", ", files.stream().limit(3).toList())
        + (files.size() > 3 ? ", \u2026" : "");
  }

  private List<Group> statuses() {
    Map<Integer, Set<Diagnosis>> byStatus = new TreeMap<>();
    for (Message message : knowledge.messages()) {
      if (message.code() > 0) {
        byStatus
            .computeIfAbsent(message.code(), code -> new LinkedHashSet<>())
            .addAll(book.diagnoses(message));
      }
    }
    for (Diagnosis diagnosis : knowledge.diagnoses()) {
      codes(diagnosis.when())
          .forEach(
              code -> byStatus.computeIfAbsent(code, key -> new LinkedHashSet<>()).add(diagnosis));
    }
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    byStatus.forEach(
        (code, diagnoses) ->
            rows.put(
                code == 0 ? "No status (0)" : "HTTP " + code,
                diagnoses.stream().map(this::row).toList()));
    return groups(rows, name -> "");
  }

  private static List<Integer> codes(Condition condition) {
    return condition.anyOf().stream()
        .flatMap(all -> all.tests().stream())
        .filter(test -> test instanceof FactTest.AnyOf any && any.fact().equals("response_code"))
        .flatMap(test -> ((FactTest.AnyOf) test).values().stream())
        .map(Integer::valueOf)
        .toList();
  }

  private List<Group> terms() {
    Map<String, List<Row>> byList = new LinkedHashMap<>();
    for (Term term : knowledge.terms()) {
      String number = term.number().isEmpty() ? "" : term.number() + " ";
      String text = term.text().isEmpty() ? "" : " \u00b7 " + term.text();
      byList
          .computeIfAbsent(term.list(), list -> new ArrayList<>())
          .add(new Row(number + term.name() + text, term.meaning(), leads(term)));
    }
    return groups(byList, name -> "");
  }

  /** What an upstream connection that ended in this way comes to. */
  private List<Diagnosis> leads(Term term) {
    String paste =
        switch (term.list()) {
          case "system error" -> "delayed connect error: " + term.text().split(",", 2)[0];
          case "TLS error of SSL" ->
              "TLS_error:|0:SSL routines:OPENSSL_internal:" + term.name() + ":TLS_error_end";
          case "certificate check" ->
              "verify cert failed: X509_verify_cert: certificate verification error at depth 0: "
                  + term.text();
          default -> "";
        };
    return paste.isEmpty() || term.name().equals("OK")
        ? List.of()
        : book.main(paste).stream().toList();
  }

  private static List<Group> groups(Map<String, List<Row>> rows, Function<String, String> meaning) {
    return rows.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), meaning.apply(entry.getKey()), entry.getValue()))
        .toList();
  }
}
