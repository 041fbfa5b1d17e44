package dev.eventmanager.contracts.compatibility.change;

import java.util.Locale;

/** What happened to an event, a version, a field, or a keyword of a field. */
public enum ChangeKind {
  ADDED_OPTIONAL("give it a default in the readers, which do not always find it"),
  ADDED_REQUIRED("make it optional, with a default in the readers"),
  REMOVED("keep writing it, or make it optional one release before"),
  RENAMED("keep the old name, and add the new one beside it as long as old readers run"),
  MADE_REQUIRED("leave it optional"),
  MADE_OPTIONAL("keep writing it always"),
  /** Whatever was admitted is, and more. */
  WIDENED("have the readers take more first, and write it a release later"),
  /** Some of what was admitted is, and nothing else. */
  NARROWED("write less, and leave what the readers take as it is"),
  /** What was admitted and what is differ both ways, or nobody can tell. */
  CHANGED("leave it, and add a field beside it"),
  UNDECIDABLE("have it reviewed, or say it in keywords that docs/compatibility.md lists"),
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
