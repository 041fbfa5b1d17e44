package dev.eventmanager.contracts.compatibility;

import static java.util.stream.Collectors.joining;

import dev.eventmanager.contracts.compatibility.change.Change;
import dev.eventmanager.contracts.compatibility.change.ChangeKind;
import dev.eventmanager.contracts.compatibility.change.Verdict;
import dev.eventmanager.contracts.compatibility.change.Verdicts;
import dev.eventmanager.routing.RoutingKey;
import java.util.ArrayList;
import java.util.List;

/** The report as people read it: each event with its changes, whom they hurt and what to do. */
final class ReportText {

  private final List<String> lines = new ArrayList<>();

  private ReportText() {}

  static String of(CompatibilityReport report) {
    ReportText text = new ReportText();
    report.events().forEach(text::event);
    report
        .unusedExceptions()
        .forEach(unused -> text.line(
            "The exception for %s is needed no more; remove it from contract-exceptions.json.",
            unused));
    text.summary(report);
    return String.join(System.lineSeparator(), text.lines);
  }

  private void event(EventReport event) {
    line("%s: %s", event.event(), event.passes() ? "passes" : "BREAKS");
    event.findings().forEach(finding -> finding(event.event(), finding));
    Verdicts verdicts = event.verdicts();
    if (!verdicts.compatible()) {
      line("  subscribers: %s", subscribers(event));
      line("  to be deployed %s", event.order());
    }
    if (!event.passes() && !isGone(event)) {
      newVersion(event);
    }
    line("");
  }

  private void finding(RoutingKey event, Finding finding) {
    Change change = finding.change();
    line("  %s %s: %s", change.path(), change.word(), change.detail());
    line("    can new readers read old events? %s", change.verdicts().newReaders());
    line("    can old readers read new events? %s", change.verdicts().oldReaders());
    finding
        .exception()
        .ifPresent(
            exception -> line("    let through by %s: %s", exception.by(), exception.reason()));
    if (!finding.passes()) {
      line("    instead: %s", change.kind().instead());
      line("    or, reviewed: %s", entry(event, change));
    }
  }

  private static String subscribers(EventReport event) {
    return event.subscribers().isEmpty()
        ? "none is declared"
        : event.subscribers().stream()
            .map(subscriber -> "%s %s".formatted(subscriber, hurt(event.verdicts())))
            .collect(joining("; "));
  }

  private static String hurt(Verdicts verdicts) {
    boolean untilDeployed = verdicts.oldReaders() != Verdict.COMPATIBLE;
    boolean onceDeployed = verdicts.newReaders() != Verdict.COMPATIBLE;
    if (verdicts.oldReaders() == Verdict.KEPT_ASIDE) {
      return "(parks it until it is deployed)";
    }
    if (untilDeployed && onceDeployed) {
      return "(breaks before and after it is deployed)";
    }
    return untilDeployed ? "(breaks until it is deployed)" : "(breaks once it is deployed)";
  }

  private static boolean isGone(EventReport event) {
    return event.findings().stream()
        .map(finding -> finding.change().kind())
        .anyMatch(kind -> kind == ChangeKind.EVENT_REMOVED || kind == ChangeKind.VERSION_REMOVED);
  }

  private void newVersion(EventReport report) {
    RoutingKey event = report.event();
    line(
        "  without hurting anyone: leave %s as it is, and declare the change as %s with .version(%d).upcasting(%d, …)",
        event,
        new RoutingKey(event.exchange(), report.nextVersion(), event.event()),
        report.nextVersion(),
        event.version());
  }

  private static String entry(RoutingKey event, Change change) {
    return """
        {"event": "%s", "version": %d, "path": "%s", "change": "%s", "reason": "…", "by": "…"}""".formatted(
            ReviewedChange.name(event),
            event.version(),
            change.path().replace("\\", "\\\\").replace("\"", "\\\""),
            change.word());
  }

  private void summary(CompatibilityReport report) {
    long breaking = report.events().stream().filter(event -> !event.passes()).count();
    if (report.events().isEmpty()) {
      line("Nothing changed that a reader or a writer would notice.");
    } else if (breaking == 0) {
      line("%d changed, none breaks. All at once: %s.", report.events().size(), report.order());
    } else {
      line(
          "%d of %d that changed break. Change them as it says, or enter what a person has reviewed in META-INF/event-manager/contract-exceptions.json.",
          breaking, report.events().size());
    }
  }

  private void line(String format, Object... values) {
    lines.add(format.formatted(values));
  }
}
