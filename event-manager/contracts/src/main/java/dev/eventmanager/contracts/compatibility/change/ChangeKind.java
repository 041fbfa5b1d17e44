package dev.eventmanager.contracts.compatibility.change;

import java.util.Locale;

/** What happened to an event, a version, a field, or a keyword of a field. */
public enum ChangeKind {
  ADDED_OPTIONAL("give it a default in the readers, which do not always find it"),
  ADDED_REQUIRED("make it optional, with a default in the readers"),
  REMOVED("keep it, and go on writing it"),
  RENAMED("keep the old name, and add the new one beside it as long as old readers run"),
  MADE_REQUIRED("leave it optional"),
  MADE_OPTIONAL("leave it required"),
  /** Whatever was admitted is, and more. */
  WIDENED(
      "add an optional field for what is new, or deploy all subscribers first, as an exception"),
  /** Some of what was admitted is, and nothing else. */
  NARROWED("leave it as it is, and write less"),
  /** What was admitted and what is differ both ways, or nobody can tell. */
  CHANGED("leave it as it is, and add an optional field beside it"),
  UNDECIDABLE("have a person review it, or say it in keywords that the rules know"),
  EVENT_ADDED("nothing"),
  EVENT_REMOVED("stop publishing it, and keep it declared until none waits or is parked anywhere"),
  VERSION_ADDED("nothing"),
  VERSION_REMOVED("keep its upcaster until none of that version waits or is parked anywhere");

  private final String instead;

  ChangeKind(String instead) {
    this.instead = instead;
  }

  /** What to do where this must not happen. */
  public String instead() {
    return instead;
  }

  /** For keywords: how the values that are admitted changed. */
  static ChangeKind ofKeyword(Verdicts verdicts) {
    if (verdicts.newReaders() == Verdict.COMPATIBLE) {
      return WIDENED;
    }
    return verdicts.oldReaders() == Verdict.COMPATIBLE ? NARROWED : CHANGED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
