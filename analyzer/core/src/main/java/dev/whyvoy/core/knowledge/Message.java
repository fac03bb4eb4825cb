package dev.whyvoy.core.knowledge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text that Envoy can write.
 *
 * @param id component and name, such as {@code router.route_not_found}
 * @param component the part of Envoy that writes it
 * @param template the text; {@code <name>} marks a variable part, all else is literal. Without any
 *     literal text it is told of, but never searched for
 * @param function the C++ function that writes it; may be empty
 * @param file path in Envoy's repository; may be empty
 * @param at a short token sequence of the line meant inside the function; may be empty
 * @param since first release that can write it
 * @param until last release that can write it
 * @param code HTTP status that goes with it, 0 if none is known
 * @param flags response flags that go with it
 * @param body response body that goes with it; empty text for an empty body, null if not known
 * @param path id of a {@link CodePath}, if any
 * @param emitted false if Envoy declares the text but no code writes it
 * @param note for people; may be empty
 * @param sample the text as Envoy may write it, where any values for the variables won't do; may be
 *     empty
 * @param sets facts that hold when it matches
 * @param lines line number by {@link EnvoyVersion#ordinal()}, 0 where not known; may be empty
 * @param callers functions that have {@code function} write it
 */
public record Message(
    String id,
    String component,
    Dialect dialect,
    String template,
    String function,
    String file,
    String at,
    EnvoyVersion since,
    EnvoyVersion until,
    int code,
    List<String> flags,
    @Nullable String body,
    @Nullable String path,
    boolean emitted,
    String note,
    String sample,
    Map<String, List<String>> sets,
    List<Integer> lines,
    List<Caller> callers) {

  /** The same message with other releases and callers. */
  Message with(EnvoyVersion first, EnvoyVersion last, List<Caller> calling) {
    return new Message(
        id, component, dialect, template, function, file, at, first, last, code, flags, body, path,
        emitted, note, sample, sets, lines, calling);
  }
}
