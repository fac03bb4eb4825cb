package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.fact.Settles;
import dev.whyvoy.core.fact.Timer;

/** How each kind of entry is written to the compiled knowledge and read back. */
final class EntryCodec {
  private EntryCodec() {}

  static void write(BinaryOut out, Fact fact) {
    out.text(fact.name());
    out.word(fact.settles());
    out.flag(fact.many());
    out.flag(fact.number());
    out.flag(fact.given());
    out.flag(fact.recorded());
    out.text(fact.meaning());
    out.text(fact.question());
    out.map(fact.values(), out::text);
    out.texts(fact.implies());
  }

  static Fact fact(BinaryIn in) {
    return new Fact(
        in.text(),
        in.word(Settles.values()),
        in.flag(),
        in.flag(),
        in.flag(),
        in.flag(),
        in.text(),
        in.text(),
        in.map(in::text),
        in.texts());
  }

  static void write(BinaryOut out, Family family) {
    out.text(family.name());
    out.text(family.meaning());
  }

  static Family family(BinaryIn in) {
    return new Family(in.text(), in.text());
  }

  static void write(BinaryOut out, Timer timer) {
    out.signed(timer.ms());
    out.text(timer.meaning());
  }

  static Timer timer(BinaryIn in) {
    return new Timer(in.signed(), in.text());
  }

  static void write(BinaryOut out, ErrorTables tables) {
    out.list(
        tables.errnos(),
        errno -> {
          out.text(errno.name());
          out.number(errno.linux());
          out.number(errno.macos());
          out.text(errno.text());
          out.texts(errno.elsewhere());
        });
    out.list(
        tables.tlsLibraries(),
        library -> {
          out.number(library.number());
          out.text(library.name());
          out.text(library.text());
        });
    out.list(
        tables.tlsReasons(),
        reason -> {
          out.text(reason.library());
          out.number(reason.number());
          out.text(reason.name());
        });
  }

  static ErrorTables tables(BinaryIn in) {
    return new ErrorTables(
        in.list(
            () ->
                new ErrorTables.Errno(in.text(), in.number(), in.number(), in.text(), in.texts())),
        in.list(() -> new ErrorTables.TlsLibrary(in.number(), in.text(), in.text())),
        in.list(() -> new ErrorTables.TlsReason(in.text(), in.number(), in.text())));
  }

  static void write(BinaryOut out, Term term) {
    out.text(term.list());
    out.text(term.name());
    out.text(term.number());
    out.text(term.text());
    out.text(term.meaning());
  }

  static Term term(BinaryIn in) {
    return new Term(in.text(), in.text(), in.text(), in.text(), in.text());
  }

  static void write(BinaryOut out, Message message) {
    out.text(message.id());
    out.shared(message.component());
    out.word(message.dialect());
    out.text(message.template());
    out.shared(message.function());
    out.shared(message.file());
    out.shared(message.at());
    out.number(message.since().ordinal());
    out.number(message.until().ordinal());
    out.number(message.code());
    out.texts(message.flags());
    out.textOrNull(message.body());
    out.textOrNull(message.path());
    out.flag(message.emitted());
    out.shared(message.note());
    out.text(message.sample());
    out.map(message.sets(), out::texts);
    out.numbers(message.lines());
    out.list(message.callers(), caller -> write(out, caller));
  }

  static Message message(BinaryIn in) {
    return new Message(
        in.text(),
        in.shared(),
        in.word(Dialect.values()),
        in.text(),
        in.shared(),
        in.shared(),
        in.shared(),
        release(in),
        release(in),
        in.number(),
        in.texts(),
        in.textOrNull(),
        in.textOrNull(),
        in.flag(),
        in.shared(),
        in.text(),
        in.map(in::texts),
        in.list(in::number),
        in.list(() -> caller(in)));
  }

  private static void write(BinaryOut out, Caller caller) {
    out.shared(caller.function());
    out.shared(caller.file());
    out.shared(caller.at());
    out.number(caller.since().ordinal());
    out.number(caller.until().ordinal());
    out.numbers(caller.lines());
  }

  private static Caller caller(BinaryIn in) {
    return new Caller(
        in.shared(), in.shared(), in.shared(), release(in), release(in), in.list(in::number));
  }

  static void write(BinaryOut out, CodePath path) {
    out.text(path.id());
    out.list(
        path.parts(),
        part -> {
          out.shared(part.id());
          out.list(part.steps(), step -> write(out, step));
        });
  }

  static CodePath path(BinaryIn in) {
    return new CodePath(
        in.text(), in.list(() -> new CodePath.Part(in.shared(), in.list(() -> step(in)))));
  }

  private static void write(BinaryOut out, CodePath.Step step) {
    out.shared(step.function());
    out.shared(step.file());
    out.shared(step.at());
    out.shared(step.says());
    out.number(step.since().ordinal());
    out.number(step.until().ordinal());
    out.flag(step.alternative());
    ConditionCodec.write(out, step.when());
    out.numbers(step.lines());
  }

  private static CodePath.Step step(BinaryIn in) {
    return new CodePath.Step(
        in.shared(),
        in.shared(),
        in.shared(),
        in.shared(),
        release(in),
        release(in),
        in.flag(),
        ConditionCodec.read(in),
        in.list(in::number));
  }

  static void write(BinaryOut out, Diagnosis diagnosis) {
    out.text(diagnosis.code());
    out.text(diagnosis.slug());
    out.word(diagnosis.level());
    out.word(diagnosis.locus());
    out.text(diagnosis.line());
    out.textOrNull(diagnosis.refines());
    out.flag(diagnosis.lastResort());
    ConditionCodec.write(out, diagnosis.when());
    out.text(diagnosis.what());
    out.text(diagnosis.not());
    out.text(diagnosis.effect());
    out.texts(diagnosis.check());
    out.textOrNull(diagnosis.path());
    out.texts(diagnosis.versions());
    out.texts(diagnosis.notSeen());
    out.texts(diagnosis.see());
    out.texts(diagnosis.examples());
    out.list(
        diagnosis.counterexamples(),
        counterexample -> {
          out.text(counterexample.input());
          out.text(counterexample.gives());
        });
  }

  static Diagnosis diagnosis(BinaryIn in) {
    return new Diagnosis(
        in.text(),
        in.text(),
        in.word(Level.values()),
        in.word(Locus.values()),
        in.text(),
        in.textOrNull(),
        in.flag(),
        ConditionCodec.read(in),
        in.text(),
        in.text(),
        in.text(),
        in.texts(),
        in.textOrNull(),
        in.texts(),
        in.texts(),
        in.texts(),
        in.texts(),
        in.list(() -> new Diagnosis.Counterexample(in.text(), in.text())));
  }

  static void write(BinaryOut out, Cause cause) {
    out.text(cause.id());
    out.text(cause.family());
    out.text(cause.title());
    out.text(cause.definition());
    out.map(cause.explains(), out::word);
    out.list(
        cause.evidence(),
        evidence -> {
          out.word(evidence.bearing());
          out.word(evidence.strength());
          ConditionCodec.write(out, evidence.when());
          out.text(evidence.because());
        });
    out.texts(cause.check());
    out.text(cause.fix());
    out.word(cause.side());
    out.text(cause.retrySafe());
    out.texts(cause.wrongTurns());
    out.list(cause.examples(), example -> write(out, example));
    out.list(cause.counterexamples(), example -> write(out, example));
  }

  private static void write(BinaryOut out, Example example) {
    out.text(example.input());
    out.list(
        example.given().names(),
        name -> {
          out.text(name);
          out.texts(example.given().all(name));
        });
  }

  private static Example example(BinaryIn in) {
    String input = in.text();
    Facts.Builder given = Facts.builder();
    in.map(in::texts).forEach((name, values) -> values.forEach(value -> given.add(name, value)));
    return new Example(input, given.build());
  }

  static Cause cause(BinaryIn in) {
    return new Cause(
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.map(() -> in.word(Commonness.values())),
        in.list(() -> evidence(in)),
        in.texts(),
        in.text(),
        in.word(Side.values()),
        in.text(),
        in.texts(),
        in.list(() -> example(in)),
        in.list(() -> example(in)));
  }

  private static Evidence evidence(BinaryIn in) {
    return new Evidence(
        in.word(Evidence.Bearing.values()),
        in.word(Evidence.Strength.values()),
        ConditionCodec.read(in),
        in.text());
  }

  static void write(BinaryOut out, Rule rule) {
    out.text(rule.code());
    out.textOrNull(rule.refines());
    out.flag(rule.lastResort());
    ConditionCodec.write(out, rule.when());
  }

  static Rule rule(BinaryIn in) {
    return new Rule(in.text(), in.textOrNull(), in.flag(), ConditionCodec.read(in));
  }

  private static EnvoyVersion release(BinaryIn in) {
    return EnvoyVersion.all().get(in.number());
  }
}
