package dev.eventmanager.rabbit.message;

/** A part of the metadata that a message may lack or spoil, and that is then derived or left out. */
public enum MetadataPart {
  /** No id: a new one is made at each delivery, so a redelivered message is not recognised. */
  ID,
  /** No time: the time of the delivery is taken. */
  TIME,
  /** No ordering key: read from the payload by the event's type, else the event id. */
  ORDERING_KEY,
  /**
   * A header of the publisher's own with more levels of lists and tables than {@value
   * dev.eventmanager.EventHeaders#MOST_LEVELS}: left out.
   */
  HEADER
}
