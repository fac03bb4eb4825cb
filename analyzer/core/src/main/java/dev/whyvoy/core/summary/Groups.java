package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The groups, by signature, in bounded number.
 *
 * <p>Signatures belong to families: the same status, flags and kind of details. A family that has
 * too many messages or groups gives up detail, {@link Grain} by grain; when there is too much in
 * all, every family does. How much is given up depends only on what was added, never on its order.
 */
final class Groups {
  /** Bounds of the number of families, and of messages and groups in one family and in all. */
  record Bounds(int families, int familyMessages, int familyGroups, int messages, int groups) {
    static final Bounds USUAL = new Bounds(512, 256, 4096, 2048, 12_288);
  }

  private final Bounds bounds;
  private final Map<Signature, Family> families = new HashMap<>();
  private Grain grain = Grain.FULL;
  private long messages;
  private long groups;

  /** Lines to keep of each group. */
  private int size = Trail.size(1);

  /** All groups in order, if that was asked for since the last one was made. */
  private List<Group> inOrder = List.of();

  /** Counts how often groups moved; what was found before is out of date then. */
  private int moves;

  Groups(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Groups with the same status, flags and kind of details. */
  private static final class Family {
    private final Signature key;
    private final Map<Signature, Detail> details = new HashMap<>();
    private final Map<Signature, Group> groups = new HashMap<>();
    private Grain grain = Grain.FULL;

    Family(Signature key) {
      this.key = key;
    }
  }

  /** How many groups there are. */
  int size() {
    int size = 0;
    for (Family family : families.values()) {
      size += family.groups.size();
    }
    return size;
  }

  Bounds bounds() {
    return bounds;
  }

  int moves() {
    return moves;
  }

  /** The coarsest grain that all groups were brought to. */
  Grain grain() {
    return grain;
  }

  /** How many families gave up detail on their own. */
  long foldedFamilies() {
    return families.values().stream().filter(family -> family.grain != Grain.FULL).count();
  }

  Collection<Group> all() {
    if (inOrder.isEmpty()) {
      List<Group> all = new ArrayList<>();
      families.values().forEach(family -> all.addAll(family.groups.values()));
      inOrder = List.copyOf(sorted(all, Group::signature));
    }
    return inOrder;
  }

  /** In the order of their signatures. */
  private static <T> List<T> sorted(Collection<T> all, Function<T, Signature> signature) {
    Map<T, String> keys = new IdentityHashMap<>();
    all.forEach(each -> keys.put(each, signature.apply(each).sortKey()));
    List<T> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(each -> keys.getOrDefault(each, "")));
    return sorted;
  }

  /** The details of all failing messages. */
  List<Detail> details() {
    List<Detail> all = new ArrayList<>();
    families.values().forEach(family -> all.addAll(family.details.values()));
    return sorted(all, Detail::message);
  }

  /** The group of a full signature, made if there is none yet. */
  Group of(Signature full) {
    while (true) {
      int before = moves;
      Group group = place(full);
      if (moves == before) {
        return group;
      }
    }
  }

  private Group place(Signature full) {
    Signature coarse = full.at(grain);
    return place(full, coarse, coarse.family());
  }

  private Group place(Signature full, Signature coarse, Signature key) {
    Family family = families.get(key);
    if (family == null) {
      family = new Family(key);
      families.put(key, family);
      if (families.size() > bounds.families && grain != Grain.CODE) {
        raise(Grain.coarsest(grain.coarser(), Grain.CODE_AND_FLAGS));
        return place(full);
      }
    }
    Signature signature = coarse.at(family.grain);
    Group group = family.groups.get(signature);
    if (group != null) {
      return group;
    }
    Detail detail = null;
    if (!full.healthy()) {
      Signature message = signature.message();
      detail = family.details.get(message);
      if (detail == null) {
        detail = new Detail(message);
        family.details.put(message, detail);
      }
    }
    group = new Group(signature, detail, size);
    inOrder = List.of();
    family.groups.put(signature, group);
    bound(family);
    return group;
  }

  private void bound(Family family) {
    boolean tooMany =
        family.details.size() > bounds.familyMessages || family.groups.size() > bounds.familyGroups;
    if (tooMany && family.grain.compareTo(Grain.KINDS) < 0) {
      fold(family, Grain.coarsest(grain, family.grain).coarser());
      return;
    }
    count();
    if ((messages > bounds.messages || groups > bounds.groups)
        && grain.compareTo(Grain.KINDS) < 0) {
      raise(grain.coarser());
    }
    shrink();
  }

  /** Once the number of groups was brought down, it says nothing about what was added. */
  private void shrink() {
    int fewer = Trail.size(grain == Grain.FULL ? groups : bounds.groups);
    if (fewer < size) {
      size = fewer;
      families.values().forEach(f -> f.groups.values().forEach(group -> group.shrink(fewer)));
    }
  }

  /** A family that gave up detail counts as one more than it may have. */
  private void count() {
    messages = 0;
    groups = 0;
    for (Family family : families.values()) {
      boolean folded = family.grain.compareTo(grain) > 0;
      messages += folded ? bounds.familyMessages + 1 : family.details.size();
      groups += folded ? bounds.familyGroups + 1 : family.groups.size();
    }
  }

  private void fold(Family family, Grain to) {
    moves++;
    inOrder = List.of();
    families.remove(family.key);
    Family folded = new Family(family.key);
    folded.grain = to;
    families.put(family.key, folded);
    refill(family);
  }

  /** Brings everything to {@code to}. */
  private void raise(Grain to) {
    moves++;
    inOrder = List.of();
    List<Family> old = new ArrayList<>(families.values());
    families.clear();
    grain = to;
    for (Family family : old) {
      if (family.grain.compareTo(grain) > 0) {
        family(family.key.at(grain), family.grain);
      }
      refill(family);
    }
    shrink();
  }

  private void family(Signature key, Grain least) {
    Family family = families.computeIfAbsent(key.family(), Family::new);
    if (family.grain.compareTo(least) < 0) {
      fold(family, least);
    }
  }

  private void refill(Family old) {
    Map<Detail, Boolean> done = new IdentityHashMap<>();
    for (Group group : old.groups.values()) {
      // What was kept in full still belongs to the family that it was in.
      boolean same = grain == Grain.FULL && old.grain == Grain.FULL;
      int before = moves;
      Signature signature = group.signature();
      Group target = same ? place(signature, signature, old.key) : of(signature);
      target = moves == before ? target : of(signature);
      target.merge(group);
      merge(group.detail().orElse(null), target.detail().orElse(null), done);
    }
  }

  private static void merge(@Nullable Detail from, @Nullable Detail to, Map<Detail, Boolean> done) {
    if (from != null && to != null && done.put(from, true) == null) {
      to.merge(from);
    }
  }

  void merge(Groups other) {
    if (other.grain.compareTo(grain) > 0) {
      raise(other.grain);
    }
    for (Family family : other.families.values()) {
      if (family.grain.compareTo(grain) > 0) {
        family(family.key.at(grain), family.grain);
      }
      refill(family);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(grain.ordinal());
    List<Family> sorted = sorted(families.values(), family -> family.key);
    out.writeInt(sorted.size());
    for (Family family : sorted) {
      family.key.write(out);
      out.writeInt(family.grain.ordinal());
      List<Detail> details = sorted(family.details.values(), Detail::message);
      out.writeInt(details.size());
      for (Detail detail : details) {
        detail.write(out);
      }
      List<Group> members = sorted(family.groups.values(), Group::signature);
      out.writeInt(members.size());
      for (Group group : members) {
        Detail detail = group.detail().orElse(null);
        out.writeInt(detail == null ? -1 : details.indexOf(detail));
        group.write(out);
      }
    }
  }

  static Groups read(DataInput in, Bounds bounds) throws IOException {
    Groups groups = new Groups(bounds);
    groups.grain = Grain.values()[Wire.ordinal(in, Grain.values().length)];
    int families = Wire.size(in, Integer.MAX_VALUE);
    for (int i = 0; i < families; i++) {
      Family family = new Family(Signature.read(in));
      family.grain = Grain.values()[Wire.ordinal(in, Grain.values().length)];
      List<Detail> details = new ArrayList<>();
      int messages = Wire.size(in, Integer.MAX_VALUE);
      for (int k = 0; k < messages; k++) {
        Detail detail = Detail.read(in);
        details.add(detail);
        family.details.put(detail.message(), detail);
      }
      int members = Wire.size(in, Integer.MAX_VALUE);
      for (int k = 0; k < members; k++) {
        int index = in.readInt();
        if (index < -1 || index >= details.size()) {
          throw new IOException("not a summary: detail " + index);
        }
        Group group = Group.read(in, index < 0 ? null : details.get(index));
        family.groups.put(group.signature(), group);
      }
      groups.families.put(family.key, family);
    }
    return groups;
  }
}
