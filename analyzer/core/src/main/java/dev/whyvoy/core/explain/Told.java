package dev.whyvoy.core.explain;

import dev.whyvoy.core.fact.Facts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text tells in sentences, as a person would answer if asked: how often it fails, what
 * happened before, what stands at the other end. What is denied is not told, and of a sentence that
 * says when all goes well only the contrary counts.
 */
final class Told {
  private static final String CONTRADICTORY = "?";

  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:not|no|never|without|isn.?t|aren.?t|don.?t|doesn.?t|didn.?t)\\W+(?:(?:begin|start|happen|occur|appear|come)\\w* )?$");

  /** What goes well, and so tells of the time when it does not fail. */
  private static final Pattern GOES_WELL =
      Pattern.compile(
          "(?<!never )(?<!only )\\b(?:works?|worked|working|succeeds|succeeded|is ok(?:ay)?|is fine|this ok|no (?:problem|error|issue)s?)\\b");

  private static final Pattern GOES_ILL =
      Pattern.compile("\\bnot work|n.?t work|\\bstop(?:s|ped)? working|\\bno longer work");

  private static final String WITHOUT_PROXY = "without_proxy";

  private static final Pattern AROUND_PROXY =
      Pattern.compile(
          "\\b(?:without|disabl\\w+|remov\\w+|bypass\\w*|skip\\w*|turn(?:ed|ing)? off) (?:the |an? |any )?(?:istio|envoy|side ?car|proxy|mesh|injection|service mesh)\\b|\\bport-?forward|\\bdirectly\\b[^,]{0,30}\\b(?:pod|service|backend|app|container|upstream|server)\\b");

  /** A value that some words tell. */
  private record Words(String fact, String value, Pattern pattern) {}

  private static final String REQUESTS = "(?:requests?|calls?|attempts?|times?|connections?)";
  private static final String AFTER = "\\b(?:after|since|following|once|as soon as)\\b[^,]{0,40}?";
  private static final String WHEN =
      "\\b(?:after|since|following|once|when|whenever|while|during|as soon as|upon|on|at)\\b[^,]{0,40}?";

  private static final List<Words> WORDS =
      List.of(
          words(
              "frequency",
              "every-request",
              "\\b(?:every|each)(?: single)? "
                  + REQUESTS
                  + "|\\ball(?: of)?(?: the| my| our)? (?:requests|calls|connections|traffic)\\b|\\b100 ?%|(?<!almost )(?<!nearly )(?<!should )(?<!must )\\balways\\b|\\bconsistently\\b|\\bconstantly\\b|\\bpermanently\\b|\\bdeterministic|\\bnever (?:works?|worked|succeeds?|gets?|got|reach)"),
          words(
              "frequency",
              "intermittent",
              "\\bintermittent|\\bsometimes\\b|\\boccasional|\\bsporadic|\\brandomly\\b|\\brandom (?:[45]|err|fail|timeout|disconnect|reset)|\\bfrom time to time\\b|\\b(?:every )?now and (?:then|again)\\b|\\bonce in a while\\b|\\bflak(?:e|es|y|iness)\\b|\\brarely\\b|\\btransient|\\b(?:(?:tiny|small|low) (?:percentage|fraction|number|share)|(?:percentage|fraction|handful) of)\\b|\\b(?:some|a few|few)(?: of)?(?: the| our)? (?:requests|calls|connections)\\b|(?<![0-9.])[0-9]{1,2}(?:\\.[0-9]+)? ?% of\\b|\\b(?:not|n.?t) (?:always|every|all)\\b|\\b(?:almost|nearly) always\\b|\\bthe next (?:request|call|attempt|try) (?:works|succeeds|is fine)|\\b(?:works|succeeds) (?:again )?(?:on|after|with) (?:an? |the )?(?:retry|refresh|reload|second)"),
          words(
              "frequency",
              "burst",
              "\\bin bursts\\b|\\bbursts? of (?:[45]|err|fail)|\\bspikes? of (?:[45]|err|fail)"),
          words(
              "after",
              "deploy",
              WHEN
                  + "(?:\\bre-?deploy|\\brollouts?\\b|\\brolled out|\\brolling (?:out|update|restart|deploy)|\\bscal(?:e|es|ed|ing)[ -]?(?:down|in)\\b|\\b(?:pods?|apps?|applications?|services?|backends?|servers?|containers?|replicas?) (?:is |are |was |were |gets? )?(?:restart|terminat|evict|delet))|\\b(?:after|during|since) (?:an? |the |our |each |every )?(?:new )?deploy"),
          words(
              "after",
              "upgrade",
              AFTER
                  + "\\b(?:upgrad(?:e|es|ed|ing)\\b(?! ?:| header| request| websocket)|migrat(?:ed|ing|ion) (?:to|from) |updat(?:ed|ing) (?:istio|envoy|the mesh|the gateway|the proxy|to v?[0-9]))"),
          words(
              "after",
              "cert-rotation",
              WHEN
                  + "(?:\\b(?:cert|certs|certificates?|ca|root|secret)\\b[^,]{0,25}\\b(?:rotat|renew|replac|updat|chang)|\\b(?:rotat|renew|replac|updat|chang)\\w*[^,]{0,25}\\b(?:cert|certs|certificates?|ca|root ca)\\b)"),
          words(
              "after",
              "idle",
              WHEN
                  + "(?:\\bidle\\b(?! ?_?timeout)|\\binactiv|\\bquiet\\b|\\bno (?:traffic|requests|activity)|\\bnot (?:been |being )?used\\b|\\ba long (?:time|pause|period) (?:without|of no))|\\blow (?:traffic|qps|rps|load)\\b|\\bafter (?:a while|some time|a few (?:minutes|hours)|several (?:minutes|hours)) of\\b"),
          words(
              "after",
              "restart",
              WHEN
                  + "\\b(?:restart\\w*[^,]{0,20}\\b(?:envoy|proxy|gateway|istiod|pilot|side ?car|control plane)\\b|(?:envoy|proxy|gateway|istiod|pilot|side ?car|control plane)\\b(?: pods?)?(?: is| was| has)? restart)"),
          words(
              "after",
              "load",
              "\\bunder (?:a |the )?(?:heavy |high |higher |more |some |full )?(?:load|stress)\\b|\\b(?:load|stress|performance|perf)[ -]?test|\\bhigh(?:er)? (?:traffic|load|concurrency|rps|qps|throughput)\\b|\\b(?:many|hundreds of|thousands of) concurrent\\b|\\b(?:at|during) peak\\b|\\bburst of traffic\\b"),
          words(
              "after",
              "config-push",
              WHEN
                  + "\\b(?:appl(?:y|ies|ied|ying)|add(?:ed|ing|s)?|chang(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|modif\\w+|creat(?:e|es|ed|ing)|enabl(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|deploy(?:ed|ing)|install(?:ed|ing)?)\\b[^,]{0,40}\\b(?:virtual ?services?|destination ?rules?|envoy ?filters?|service ?entr(?:y|ies)|authorization ?polic|peer ?authentication|mappings?|http ?routes?|http ?prox(?:y|ies)|routes?|listeners?|clusters?|config(?:uration)?|polic(?:y|ies)|upstream|ingress|subsets?|labels?|way ?points?)\\b"),
          words(
              "peer",
              "no-sidecar",
              "^(?!.*\\b(?:client|caller|calling|source|curl)\\b).*?(?:\\b(?:no|without(?: an?| the)?|lacks? an?|not have an?|n.?t have an?) (?:istio |envoy )?(?:side ?car|istio-proxy)\\b|\\bnot (?:part of|in|inside) the mesh\\b|\\boutside(?: of)? the mesh\\b|\\bnon-?(?:mesh|istio|injected) (?:pod|client|service|workload))"),
          words(
              "peer",
              "external",
              "\\bexternal (?:services?|apis?|hosts?|endpoints?|domains?|urls?|sites?)\\b|\\bthird[ -]party (?:api|service|host)|\\boutside(?: of)? the cluster\\b|\\bpublic internet\\b"),
          words(
              "peer",
              "lb",
              "\\b(?:behind|through|via|in front of) (?:an? |the |our )?(?:aws |azure |gcp |google |cloud |internal |network |external )?(?:alb|nlb|elb|load ?-?balancer|nat gateway|f5)\\b|\\b(?:alb|nlb|elb|load ?-?balancer|lb)(?:'s)? (?:idle timeout|closes|drops|resets|times out)"));

  private Told() {}

  private static Words words(String fact, String value, String pattern) {
    return new Words(fact, value, Pattern.compile(pattern));
  }

  /** Of each fact the first value that is told; how often it fails only if nothing contradicts. */
  static Facts of(List<String> sentences) {
    Facts.Builder told = Facts.builder();
    String frequency = "";
    for (String sentence : sentences) {
      String often = read(sentence, told);
      frequency =
          frequency.isEmpty() || often.isEmpty() ? frequency + often : agreed(frequency, often);
    }
    if (!frequency.isEmpty() && !frequency.equals(CONTRADICTORY)) {
      told.set("frequency", frequency);
    }
    return sentences.isEmpty() ? Facts.NONE : told.build();
  }

  private static String agreed(String before, String now) {
    return before.equals(now) ? before : CONTRADICTORY;
  }

  /** Reads one sentence in lower case, and returns how often it says that it fails. */
  private static String read(String said, Facts.Builder told) {
    boolean goesWell = GOES_WELL.matcher(said).find() && !GOES_ILL.matcher(said).find();
    String frequency = "";
    Facts before = told.build();
    for (Words words : WORDS) {
      boolean often = words.fact().equals("frequency");
      if (often ? !frequency.isEmpty() : goesWell || before.has(words.fact())) {
        continue;
      }
      if (isTold(words.pattern().matcher(said), said)) {
        if (often) {
          frequency = goesWell && words.value().equals("every-request") ? "" : words.value();
        } else if (!told.build().has(words.fact())) {
          told.set(words.fact(), words.value());
        }
      }
    }
    if (goesWell && !before.has(WITHOUT_PROXY) && AROUND_PROXY.matcher(said).find()) {
      told.set(WITHOUT_PROXY, "works");
    }
    return frequency;
  }

  private static boolean isTold(Matcher matcher, String said) {
    while (matcher.find()) {
      String before = said.substring(Math.max(0, matcher.start() - 24), matcher.start());
      if (!NEGATION.matcher(before).find()) {
        return true;
      }
    }
    return false;
  }
}
