package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a record says about its outcome, without what is different in every record: the key of a
 * group. Addresses, ids and long numbers inside messages are replaced by {@code <address>}, {@code
 * <id>} and {@code <n>}.
 *
 * @param values the fields that say it, canonical; absent ones are left out
 * @param traits what else tells outcomes apart, see {@link Traits}
 * @param by values of the fields the caller groups by; absent ones are empty
 */
public record Signature(Map<Field, String> values, int traits, List<String> by) {
  private static final int LONGEST_NAME = 256;

  /** Fields of a message; together with cluster and {@code by} they make a signature. */
  static final List<Field> MESSAGE =
      List.of(
          Field.RESPONSE_CODE,
          Field.RESPONSE_FLAGS,
          Field.RESPONSE_FLAGS_LONG,
          Field.RESPONSE_CODE_DETAILS,
          Field.CONNECTION_TERMINATION_DETAILS,
          Field.UPSTREAM_TRANSPORT_FAILURE_REASON,
          Field.DOWNSTREAM_TRANSPORT_FAILURE_REASON,
          Field.UPSTREAM_LOCAL_CLOSE_REASON,
          Field.DOWNSTREAM_LOCAL_CLOSE_REASON,
          Field.STATUS_DETAILS,
          Field.LOCAL_REPLY_BODY,
          Field.GRPC_STATUS,
          Field.GRPC_STATUS_NUMBER);

  /** A bit for each field of a signature, by its ordinal. */
  static final long MASK = mask();

  public Signature {
    values = Map.copyOf(values);
    by = List.copyOf(by);
  }

  private static long mask() {
    long mask = 1L << Field.UPSTREAM_CLUSTER.ordinal();
    for (Field field : MESSAGE) {
      mask |= 1L << field.ordinal();
    }
    return mask;
  }

  static Signature of(AccessRecord record, int traits, List<Field> byFields) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : MESSAGE) {
      String text = record.text(field);
      if (text != null) {
        values.put(field, Canonical.message(text));
      }
    }
    String cluster = record.text(Field.UPSTREAM_CLUSTER);
    if (cluster != null) {
      values.put(Field.UPSTREAM_CLUSTER, cut(cluster));
    }
    List<String> by = new ArrayList<>();
    for (Field field : byFields) {
      String text = record.text(field);
      by.add(text == null ? "" : cut(text));
    }
    return new Signature(values, Health.of(values) ? traits : traits | Traits.FAILED, by);
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /** The canonical value of a field. */
  public Optional<String> value(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /** Whether nothing went wrong: no flags, no error status. */
  public boolean healthy() {
    return (traits & Traits.FAILED) == 0;
  }

  /** The cluster, if one was chosen. */
  public Optional<String> cluster() {
    return value(Field.UPSTREAM_CLUSTER);
  }

  /** The message alone: without cluster and without what the caller groups by. */
  Signature message() {
    Map<Field, String> rest = new EnumMap<>(values);
    rest.remove(Field.UPSTREAM_CLUSTER);
    return new Signature(rest, traits, List.of());
  }

  /** The key of the family: status, flags and the name of the details. */
  Signature family() {
    return at(Grain.KINDS);
  }

  /** The signature with no more detail than {@code grain} allows. */
  Signature at(Grain grain) {
    Map<Field, String> kept = new EnumMap<>(Field.class);
    switch (grain) {
      case FULL -> {
        return this;
      }
      case NO_ARGUMENTS, KINDS -> {
        keep(Field.RESPONSE_CODE, kept);
        keep(Field.RESPONSE_FLAGS, kept);
        value(Field.RESPONSE_CODE_DETAILS)
            .ifPresent(details -> kept.put(Field.RESPONSE_CODE_DETAILS, Canonical.name(details)));
        if (grain == Grain.NO_ARGUMENTS) {
          keep(Field.UPSTREAM_CLUSTER, kept);
          return new Signature(kept, traits, by);
        }
      }
      case CODE_AND_FLAGS -> {
        keep(Field.RESPONSE_CODE, kept);
        keep(Field.RESPONSE_FLAGS, kept);
      }
      case CODE -> kept.put(Field.RESPONSE_CODE, codeClass());
    }
    return new Signature(kept, traits & Traits.FAILED, List.of());
  }

  private String codeClass() {
    String code = values.getOrDefault(Field.RESPONSE_CODE, "0");
    char first = code.charAt(0);
    return code.length() == 3 && first >= '1' && first <= '5' ? first + "xx" : "0";
  }

  private void keep(Field field, Map<Field, String> kept) {
    String text = values.get(field);
    if (text != null) {
      kept.put(field, text);
    }
  }

  /** Orders signatures; equal ones are the same. */
  String sortKey() {
    StringBuilder key = new StringBuilder();
    for (Field field : Field.values()) {
      String text = values.get(field);
      if (text != null) {
        key.append(field.key()).append('\0').append(text).append('\0');
      }
    }
    return key.append(traits).append('\0').append(String.join("\0", by)).toString();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(values.size());
    for (Field field : Field.values()) {
      String text = values.get(field);
      if (text != null) {
        Wire.text(out, field.key());
        Wire.text(out, text);
      }
    }
    out.writeInt(traits);
    out.writeInt(by.size());
    for (String each : by) {
      Wire.text(out, each);
    }
  }

  static Signature read(DataInput in) throws IOException {
    Map<Field, String> values = new EnumMap<>(Field.class);
    int size = Wire.size(in, Field.COUNT);
    for (int i = 0; i < size; i++) {
      Field field = Field.of(Wire.text(in));
      if (field == null) {
        throw new IOException("not a summary of this release: unknown field");
      }
      values.put(field, Wire.text(in));
    }
    int traits = in.readInt();
    List<String> by = new ArrayList<>();
    int bys = Wire.size(in, Field.COUNT);
    for (int i = 0; i < bys; i++) {
      by.add(Wire.text(in));
    }
    return new Signature(values, traits, by);
  }
}
