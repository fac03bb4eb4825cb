package dev.whyvoy.grammar;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows a tree of records one line a piece, and collects the spans in it. */
public final class TreeDump {
  /** What reads the components of a record, in order. */
  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .peek(accessor -> accessor.setAccessible(true))
              .toList();
        }
      };

  private TreeDump() {}

  /** The tree, indented; a span as {@code from..to}; absent pieces and empty lists left out. */
  public static String dump(Object tree) {
    StringBuilder out = new StringBuilder();
    show("", tree, 0, out);
    return out.toString();
  }

  private static void show(String name, Object value, int depth, StringBuilder out) {
    if (value == null || value instanceof List<?> list && list.isEmpty()) {
      return;
    }
    if (value instanceof List<?> list) {
      list.forEach(each -> show(name, each, depth, out));
      return;
    }
    out.append("  ".repeat(depth)).append(name).append(name.isEmpty() ? "" : " ");
    if (value instanceof Record record && !(value instanceof Piece || value instanceof Span)) {
      showRecord(record, depth, out);
    } else {
      out.append(scalar(value)).append('\n');
    }
  }

  /** Its plain values on one line, then its pieces one line each. */
  private static void showRecord(Record record, int depth, StringBuilder out) {
    out.append(record.getClass().getSimpleName());
    StringBuilder below = new StringBuilder();
    for (Method component : ACCESSORS.get(record.getClass())) {
      Object part = get(record, component);
      boolean plain = !(part instanceof Record || part instanceof List<?>);
      if (component.getName().equals("span")) {
        out.append(' ').append(scalar(part));
      } else if (plain && part != null) {
        out.append(' ').append(component.getName()).append('=').append(scalar(part));
      } else {
        show(component.getName(), part, depth + 1, below);
      }
    }
    out.append('\n').append(below);
  }

  private static String scalar(Object value) {
    if (value instanceof Piece piece) {
      return shown(piece.span()) + ' ' + quoted(piece.text());
    }
    if (value instanceof Span span) {
      return shown(span);
    }
    return value instanceof String text ? quoted(text) : String.valueOf(value);
  }

  private static String shown(Span span) {
    return span.from() + ".." + span.to();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\n", "\\n").replace("\t", "\\t") + '"';
  }

  private static Object get(Record record, Method accessor) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Every span in the tree. */
  public static List<Span> spans(Object tree) {
    List<Span> spans = new ArrayList<>();
    collect(tree, spans);
    return spans;
  }

  /** Every span in the tree but the root's own. */
  public static List<Span> inner(Object tree) {
    List<Span> spans = spans(tree);
    return spans.subList(1, spans.size());
  }

  /** A record's own span comes first: it is the first component wherever there is one. */
  private static void collect(Object value, List<Span> spans) {
    if (value instanceof Span span) {
      spans.add(span);
    } else if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, spans));
    } else if (value instanceof Record record) {
      for (Method accessor : ACCESSORS.get(record.getClass())) {
        collect(get(record, accessor), spans);
      }
    }
  }
}
