package dev.eventmanager.killmatrix.reader.mirror;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Counts messages as they are received, each group in its order. Thread-safe. */
public final class MirrorTally {

  private static final int EXAMPLES = 20;

  private final Map<String, GroupTally> groups = new HashMap<>();
  private final Set<String> received = new HashSet<>();
  private final Map<MirrorInvariant, Long> broken = new EnumMap<>(MirrorInvariant.class);
  private final List<String> examples = new ArrayList<>();
  private long distinct = 0;
  private long flagged = 0;
  private long receivedAgain = 0;

  /** Takes a message down; one that SQS gives out again is the same message, not a copy. */
  public synchronized void add(MirroredMessage message) {
    if (!received.add(message.messageId())) {
      receivedAgain++;
      return;
    }
    flagged += message.possibleDuplicate() ? 1 : 0;
    try {
      add(message, Numbered.of(message.body()));
    } catch (IllegalArgumentException foreign) {
      breaks(MirrorInvariant.ALTERED, message.toString());
    }
  }

  private void add(MirroredMessage message, Numbered event) {
    if (!message.group().equals(event.group()) || !message.eventId().equals(event.id())) {
      breaks(MirrorInvariant.ALTERED, message.toString());
      return;
    }
    GroupTally group = groups.computeIfAbsent(event.group(), name -> new GroupTally());
    int before = group.distinct();
    int last = group.last();
    group
        .add(event.number(), message.possibleDuplicate())
        .ifPresent(invariant -> breaks(invariant, message + " after number " + last));
    distinct += group.distinct() - before;
  }

  private void breaks(MirrorInvariant invariant, String example) {
    broken.merge(invariant, 1L, Long::sum);
    if (examples.size() < EXAMPLES) {
      examples.add(invariant + ": " + example);
    }
  }

  /** How many different events came. */
  public synchronized long distinct() {
    return distinct;
  }

  /** What broke the invariants before the end. */
  public synchronized List<String> examples() {
    return List.copyOf(examples);
  }

  /**
   * The count, once everything is at rest.
   *
   * @param published how many events of each group
   */
  public synchronized MirrorFindings findings(Map<String, Integer> published) {
    published.forEach(this::lookForLost);
    groups.forEach((name, group) -> {
      if (group.last() > published.getOrDefault(name, 0)) {
        breaks(MirrorInvariant.ALTERED, "%s number %d, unpublished".formatted(name, group.last()));
      }
    });
    long copies = groups.values().stream().mapToLong(GroupTally::copies).sum();
    return new MirrorFindings(
        distinct, flagged, copies, receivedAgain, Map.copyOf(broken), List.copyOf(examples));
  }

  private void lookForLost(String name, int last) {
    GroupTally group = groups.getOrDefault(name, new GroupTally());
    IntStream.rangeClosed(1, last)
        .filter(number -> !group.has(number))
        .forEach(number -> breaks(MirrorInvariant.LOST, "%s number %d".formatted(name, number)));
  }
}
