package dev.eventmanager.killmatrix.reader.mirror;

/** What must hold of a mirror once everything is at rest, as what breaks it. */
public enum MirrorInvariant {
  /** An event was published and never came. */
  LOST,
  /** An event, or a copy of one, came behind a later one of its group. */
  REORDERED,
  /** A second copy came that is not marked as a possible duplicate. */
  REPEATED,
  /** A message came that nobody published: of another group, number, id or body. */
  ALTERED,
  /** An event is parked that nothing is wrong with. */
  PARKED_WITHOUT_CAUSE
}
