package dev.eventmanager.contracts.compatibility;

import dev.eventmanager.contracts.compatibility.change.Change;
import dev.eventmanager.contracts.compatibility.change.ChangeKind;
import dev.eventmanager.contracts.compatibility.change.SchemaComparison;
import dev.eventmanager.contracts.compatibility.change.SchemaDocument;
import dev.eventmanager.contracts.compatibility.change.Verdict;
import dev.eventmanager.contracts.compatibility.change.Verdicts;
import dev.eventmanager.routing.RoutingKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the contracts of two releases, event by event and version by version. */
public final class Compatibility {

  private final ContractSet before;
  private final ContractSet after;

  private Compatibility(ContractSet before, ContractSet after) {
    this.before = before;
    this.after = after;
  }

  /**
   * What changed from one release to another. The exceptions of the later one apply.
   *
   * @throws dev.eventmanager.contracts.json.BrokenContractException if a schema refers to what is not
   *     there
   */
  public static CompatibilityReport between(ContractSet before, ContractSet after) {
    return new Compatibility(before, after).report();
  }

  private CompatibilityReport report() {
    Set<RoutingKey> keys = new LinkedHashSet<>(after.schemas().keySet());
    keys.addAll(before.schemas().keySet());
    List<EventReport> events = keys.stream()
        .sorted(after.schemas().comparator())
        .map(this::event)
        .filter(event -> !event.findings().isEmpty())
        .toList();
    return new CompatibilityReport(events, unused(events));
  }

  private EventReport event(RoutingKey event) {
    List<Finding> findings = changes(event)
        .map(change -> new Finding(change, exception(event, change)))
        .toList();
    List<Subscriber> subscribers = Stream.of(before, after)
        .flatMap(contracts -> contracts.subscribers(event).stream())
        .distinct()
        .toList();
    int newest = Math.max(before.newestVersion(event), after.newestVersion(event));
    return new EventReport(event, findings, subscribers, newest + 1);
  }

  private Stream<Change> changes(RoutingKey event) {
    @Nullable SchemaDocument old = before.schemas().get(event);
    @Nullable SchemaDocument recent = after.schemas().get(event);
    if (old == null) {
      return Stream.of(added(event));
    }
    return recent == null
        ? Stream.of(removed(event))
        : SchemaComparison.between(old, recent).stream();
  }

  /** A version that is declared has its upcaster: {@code EventType} takes none without. */
  private Change added(RoutingKey event) {
    Verdict oldReaders =
        before.subscribers(event).isEmpty() ? Verdict.COMPATIBLE : Verdict.KEPT_ASIDE;
    Verdicts verdicts = new Verdicts(Verdict.COMPATIBLE, oldReaders);
    return before.newestVersion(event) == 0
        ? Change.ofEvent(ChangeKind.EVENT_ADDED, "a new event", verdicts)
        : Change.ofEvent(ChangeKind.VERSION_ADDED, "a new version", verdicts);
  }

  private Change removed(RoutingKey event) {
    Verdicts verdicts = new Verdicts(Verdict.INCOMPATIBLE, Verdict.COMPATIBLE);
    return after.newestVersion(event) == 0
        ? Change.ofEvent(ChangeKind.EVENT_REMOVED, "no version of it is left", verdicts)
        : Change.ofEvent(ChangeKind.VERSION_REMOVED, "other versions are left", verdicts);
  }

  private Optional<ReviewedChange> exception(RoutingKey event, Change change) {
    return change.passes()
        ? Optional.empty()
        : after.exceptions().stream().filter(each -> each.covers(event, change)).findFirst();
  }

  private List<ReviewedChange> unused(List<EventReport> events) {
    Set<ReviewedChange> unused = new LinkedHashSet<>(after.exceptions());
    events.stream()
        .flatMap(event -> event.findings().stream())
        .forEach(finding -> finding.exception().ifPresent(unused::remove));
    return List.copyOf(unused);
  }
}
