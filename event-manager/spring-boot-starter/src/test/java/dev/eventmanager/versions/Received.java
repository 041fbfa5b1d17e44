package dev.eventmanager.versions;

import dev.eventmanager.EventMetadata;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the handlers of a subscriber were given, in their order. */
abstract class Received {

  private final List<Note> notes = new CopyOnWriteArrayList<>();

  void note(String order, String text, EventMetadata metadata) {
    notes.add(new Note(order, metadata.routingKey() + ": " + text));
  }

  /** Of one order, oldest first. */
  List<String> of(String order) {
    return notes.stream()
        .filter(note -> note.order().equals(order))
        .map(Note::text)
        .toList();
  }

  private record Note(String order, String text) {}
}
