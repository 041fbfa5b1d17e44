package dev.eventmanager.contracts.compatibility.change;

import java.util.stream.Stream;

/** One family of keywords: what changed in them at one place, and who can still read whom. */
interface Rule {

  /** What changed at this path; empty if nothing did that anyone would notice. */
  Stream<Change> changes(String path, Schema before, Schema after);
}
