package dev.eventmanager.bridge.verify;

import java.util.Optional;

/** A message group: how many were published in it, and how far the mirror has got. */
final class Group {

  private final String name;
  private int published = 0;
  private int furthest = -1;
  private String furthestId = "";

  Group(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  int nextPosition() {
    return published++;
  }

  /** The later event that this one stands behind on the mirror; empty where its order holds. */
  Optional<String> overtakenBy(int position, String id) {
    if (position < furthest) {
      return Optional.of(furthestId);
    }
    furthest = position;
    furthestId = id;
    return Optional.empty();
  }
}
