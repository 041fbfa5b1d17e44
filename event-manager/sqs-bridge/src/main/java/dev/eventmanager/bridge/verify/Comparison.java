package dev.eventmanager.bridge.verify;

import dev.eventmanager.bridge.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Compares two sides: first all that was published, in its order, then all that the mirror holds, in
 * the order of each group. It keeps ids and places, never events. Confined to one thread.
 */
final class Comparison {

  private final Map<UUID, Place> published = new LinkedHashMap<>();
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<UUID, Finding> strangers = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long mirrored = 0;

  /**
   * An event of the window.
   *
   * @param settled whether it has been there for so long that the mirror has to have it
   */
  void published(Sighting sighting, boolean settled) {
    var key = EventKey.of(sighting.id());
    var before = published.get(key);
    if (before == null) {
      var group = groups.computeIfAbsent(sighting.group(), Group::new);
      published.put(key, new Place(sighting, key, group, settled));
    } else if (!before.agreesWith(sighting)) {
      find(Kind.CONFLICT, sighting, "another event was published under this id before");
    }
  }

  /** An event that the mirror holds. */
  void mirrored(Sighting sighting) {
    mirrored(sighting, true);
  }

  /** An event that the mirror holds at a place in its group that cannot be told. */
  void mirroredSomewhere(Sighting sighting) {
    mirrored(sighting, false);
  }

  private void mirrored(Sighting sighting, boolean ordered) {
    mirrored++;
    var key = EventKey.of(sighting.id());
    var place = published.get(key);
    if (place == null) {
      strangers.putIfAbsent(
          key, new Finding(Kind.EXTRA, sighting.id(), sighting.group(), "nobody published it"));
    } else if (place.foundFirst()) {
      compare(sighting, place, ordered);
    } else {
      find(sighting.flagged() ? Kind.FLAGGED_DUPLICATE : Kind.DUPLICATE, sighting, "a second copy");
    }
  }

  private void compare(Sighting sighting, Place place, boolean ordered) {
    if (!place.group.name().equals(sighting.group())) {
      find(Kind.CONFLICT, sighting, "it was published in group " + place.group.name());
      return;
    }
    if (!place.agreesWith(sighting)) {
      find(Kind.CONFLICT, sighting, "the mirror holds another content than was published");
    }
    if (ordered) {
      place
          .group
          .overtakenBy(place.position, sighting.id())
          .ifPresent(later -> find(
              Kind.REORDERED, sighting, "it stands behind %s, a later event".formatted(later)));
    }
  }

  /** Whether the mirror holds events that were not published in the window. */
  boolean hasStrangers() {
    return !strangers.isEmpty();
  }

  /** An event that was published before or after the window: it is no stranger. */
  void publishedOutside(String id) {
    strangers.remove(EventKey.of(id));
  }

  boolean isPublished(String id) {
    return published.containsKey(EventKey.of(id));
  }

  /** How many events were published in the window, copies not counted. */
  int published() {
    return published.size();
  }

  /** How many the mirror holds, copies counted. */
  long mirrored() {
    return mirrored;
  }

  /**
   * Everything that is to be said, the missing events in the order of their publication.
   *
   * @param parked whether an event stands aside; asked for those alone that the mirror lacks
   */
  List<Finding> finish(Predicate<String> parked) {
    var all = new ArrayList<Finding>();
    published.forEach((key, place) -> {
      if (!place.isMirrored()) {
        all.add(absent(place.id(key), place, parked));
      }
    });
    all.addAll(findings);
    all.addAll(strangers.values());
    return all;
  }

  private static Finding absent(String id, Place place, Predicate<String> parked) {
    if (parked.test(id)) {
      return new Finding(Kind.PARKED, id, place.group.name(), "it stands aside in the bridge");
    }
    return place.settled
        ? new Finding(Kind.MISSING, id, place.group.name(), "")
        : new Finding(Kind.NOT_YET, id, place.group.name(), "it was published just now");
  }

  private void find(Kind kind, Sighting sighting, String detail) {
    findings.add(new Finding(kind, sighting.id(), sighting.group(), detail));
  }
}
