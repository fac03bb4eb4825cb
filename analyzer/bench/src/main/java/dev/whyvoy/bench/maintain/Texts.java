package dev.whyvoy.bench.maintain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The texts of a C++ file that may reach a user, each with the functions or classes in which it
 * stands: constants of response code details and close reasons, and literals handed to a function
 * that replies, resets, closes or notes a reason. Log lines are left out.
 */
final class Texts {
  private static final Set<String> EMITTERS =
      Set.of(
          "bufferFloodError",
          "close",
          "closeConnection",
          "closeConnectionImmediatelyWithDetails",
          "codecClientError",
          "codecProtocolError",
          "doConnectionClose",
          "envoyOverloadError",
          "errorFromFile",
          "handleCodecError",
          "handleCodecOverloadError",
          "handleParseError",
          "inboundFramesWithEmptyPayloadError",
          "onDenied",
          "onPoolFailure",
          "onResetStream",
          "onUpstreamAbort",
          "rejectRequest",
          "rejectResponse",
          "resetStream",
          "runResetCallbacks",
          "sendErrorReply",
          "sendErrorResponse",
          "sendHttpError",
          "sendLocalReply",
          "sendProtocolError",
          "sendUnauthorizedResponse",
          "setConnectionTerminationDetails",
          "setDetails",
          "setFailureReason",
          "setLocalCloseReason",
          "setResponseCodeDetails",
          "setUpstreamTransportFailureReason",
          "set_details",
          "signalFailureAndDeleteSelf");
  private static final Pattern CONSTANTS =
      Pattern.compile(".*(Details?|Reasons?|ResponseStrings|ResponseCodes)(Values?)?");
  private static final Pattern CONSTANT =
      Pattern.compile(".*(Details?|Reason|ErrorPrefix|Message|Failure)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMER = Pattern.compile("resetReasonToString|getStatusString");
  private static final Pattern WORDS = Pattern.compile("[^A-Za-z]*[A-Za-z].*[A-Za-z].*");

  private final Map<String, Set<String>> texts = new TreeMap<>();
  private final String path;
  private final List<Token> tokens;

  private Texts(String path, CppFile file) {
    this.path = path;
    this.tokens = file.tokens();
  }

  /** Places, as {@code file#name}, by text. */
  static Map<String, Set<String>> of(String path, CppFile file) {
    Texts found = new Texts(path, file);
    for (Definition definition : file.definitions()) {
      String name = definition.name().substring(definition.name().lastIndexOf(':') + 1);
      boolean all =
          switch (definition.kind()) {
            case CLASS -> CONSTANTS.matcher(name).matches();
            case CONSTANT -> CONSTANT.matcher(name).matches();
            case FUNCTION -> NAMER.matcher(name).matches();
          };
      if (all) {
        found.literals(definition, definition.from(), definition.to());
      } else if (definition.kind() == Definition.Kind.FUNCTION) {
        found.calls(definition);
      }
    }
    return found.texts;
  }

  private void calls(Definition definition) {
    for (int i = definition.from(); i + 1 < definition.to(); i++) {
      if (EMITTERS.contains(tokens.get(i).text()) && tokens.get(i + 1).is("(")) {
        literals(definition, i + 1, close(i + 1, definition.to()));
      }
    }
  }

  private int close(int open, int end) {
    int depth = 0;
    for (int i = open; i < end; i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return end;
  }

  private void literals(Definition definition, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i <= Math.min(to, tokens.size() - 1); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.STRING && i < to) {
        text.append(token.text(), token.text().indexOf('"') + 1, token.text().lastIndexOf('"'));
      } else if (!text.isEmpty()) {
        if (WORDS.matcher(text).matches()) {
          texts
              .computeIfAbsent(text.toString(), t -> new TreeSet<>())
              .add(path + "#" + definition.name());
        }
        text.setLength(0);
      }
    }
  }
}
