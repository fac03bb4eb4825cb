package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** Reads the lists of words and numbers in {@code tables/}, each with what it means. */
final class TermReader {
  /** Gives the rows of a table; none if there is no such table. */
  interface Tables {
    <T> List<T> rows(String name, Function<CSVRecord, T> row);
  }

  private final Tables tables;

  TermReader(Tables tables) {
    this.tables = tables;
  }

  List<Term> read() {
    Map<String, String> errnos = meanings("errno-meanings", row -> row.get("name"));
    Map<String, String> tls =
        meanings("tls-meanings", row -> row.get("library") + " " + row.get("reason"));
    List<Term> terms = new ArrayList<>();
    terms.addAll(tables.rows("errno", row -> errno(row, errnos)));
    terms.addAll(tables.rows("grpc-status", TermReader::grpc));
    terms.addAll(tables.rows("tls-reasons", row -> tls(row, tls)));
    terms.addAll(tables.rows("x509-verify", TermReader::x509));
    terms.addAll(tables.rows("detected-close-types", TermReader::closeType));
    return List.copyOf(terms);
  }

  private Map<String, String> meanings(String table, Function<CSVRecord, String> key) {
    Map<String, String> meanings = new HashMap<>();
    tables
        .rows(table, row -> Map.entry(key.apply(row), meaning(row)))
        .forEach(entry -> meanings.put(entry.getKey(), entry.getValue()));
    return meanings;
  }

  private static Term errno(CSVRecord row, Map<String, String> meanings) {
    String macos = row.get("macos");
    String number = row.get("linux") + (macos.isEmpty() ? "" : " (macOS " + macos + ")");
    String elsewhere = row.isSet("elsewhere") ? row.get("elsewhere").replace("|", ", ") : "";
    String text = joined(", ", row.get("text"), elsewhere);
    String name = row.get("name");
    return new Term("system error", name, number, text, meanings.getOrDefault(name, ""));
  }

  private static Term grpc(CSVRecord row) {
    String meaning =
        joined(
            "; ",
            after("as HTTP ", row.get("as_http")),
            after("from HTTP ", row.get("from_http")),
            row.get("comes_from"));
    return new Term("gRPC status", row.get("snake"), row.get("number"), row.get("camel"), meaning);
  }

  private static Term tls(CSVRecord row, Map<String, String> meanings) {
    String library = row.get("library");
    String reason = row.get("reason");
    String meaning = meanings.getOrDefault(library + " " + reason, "");
    return new Term("TLS error of " + library, reason, row.get("number"), "", meaning);
  }

  private static Term x509(CSVRecord row) {
    return new Term(
        Term.CERTIFICATE_CHECK, row.get("name"), row.get("number"), row.get("text"), meaning(row));
  }

  private static Term closeType(CSVRecord row) {
    return new Term("detected close type", row.get("text"), "", "", meaning(row));
  }

  private static String meaning(CSVRecord row) {
    String side = row.isSet("side") ? row.get("side") : "";
    return joined("; ", row.get("meaning"), after("look at: ", side));
  }

  private static String after(String lead, String text) {
    return text.isEmpty() ? "" : lead + text;
  }

  private static String joined(String separator, String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining(separator));
  }
}
