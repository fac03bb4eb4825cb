package dev.whyvoy.core.knowledge;

import java.util.List;

/** How conditions are written to the compiled knowledge and read back. */
final class ConditionCodec {
  private ConditionCodec() {}

  static void write(BinaryOut out, Condition condition) {
    out.list(condition.anyOf(), allOf -> out.list(allOf.tests(), test -> write(out, test)));
  }

  static Condition read(BinaryIn in) {
    List<Condition.AllOf> anyOf = in.list(() -> new Condition.AllOf(in.list(() -> test(in))));
    return anyOf.isEmpty() ? Condition.ALWAYS : new Condition(anyOf);
  }

  private static void write(BinaryOut out, FactTest test) {
    if (test instanceof FactTest.AnyOf any) {
      out.number(0);
      out.text(any.fact());
      out.texts(any.values());
    } else if (test instanceof FactTest.NoneOf none) {
      out.number(1);
      out.text(none.fact());
      out.texts(none.values());
    } else if (test instanceof FactTest.Presence presence) {
      out.number(presence.present() ? 2 : 3);
      out.text(presence.fact());
    } else if (test instanceof FactTest.Range range) {
      out.number(4);
      out.text(range.fact());
      out.signed(range.min());
      out.signed(range.max());
    } else if (test instanceof FactTest.Near near) {
      out.number(5);
      out.text(near.fact());
      out.list(near.values(), out::signed);
    }
  }

  private static FactTest test(BinaryIn in) {
    int kind = in.number();
    String fact = in.text();
    return switch (kind) {
      case 0 -> new FactTest.AnyOf(fact, in.texts());
      case 1 -> new FactTest.NoneOf(fact, in.texts());
      case 2 -> new FactTest.Presence(fact, true);
      case 3 -> new FactTest.Presence(fact, false);
      case 4 -> new FactTest.Range(fact, in.signed(), in.signed());
      case 5 -> new FactTest.Near(fact, in.list(in::signed));
      default -> throw new IllegalStateException("not compiled knowledge: test " + kind);
    };
  }
}
