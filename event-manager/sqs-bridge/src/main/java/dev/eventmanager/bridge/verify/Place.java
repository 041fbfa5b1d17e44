package dev.eventmanager.bridge.verify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a published event stands in its group, and whether it was found on the mirror. */
final class Place {

  final Group group;
  final int position;
  final boolean settled;
  private final @Nullable String text;
  private final long content;
  private boolean mirrored = false;

  Place(Sighting sighting, UUID key, Group group, boolean settled) {
    this.group = group;
    this.position = group.nextPosition();
    this.settled = settled;
    // A UUID can be read back from its key.
    this.text = key.toString().equals(sighting.id()) ? null : sighting.id();
    this.content = sighting.content();
  }

  String id(UUID key) {
    return text == null ? key.toString() : text;
  }

  boolean isMirrored() {
    return mirrored;
  }

  /** Notes that it was found; false if that is not the first time. */
  boolean foundFirst() {
    var first = !mirrored;
    mirrored = true;
    return first;
  }

  /** Whether what was seen may be the same event. */
  boolean agreesWith(Sighting other) {
    return content == 0 || other.content() == 0 || content == other.content();
  }
}
