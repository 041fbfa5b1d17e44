package dev.eventmanager.killmatrix.bridge;

/**
 * How far it is.
 *
 * @param published how many events
 * @param received how many different ones came out of SQS
 * @param held how many the bridge's database holds
 * @param moving how many groups of those are not parked
 */
record SoakProgress(long published, long received, long held, long moving) {

  /** Nothing has happened yet. */
  static final SoakProgress NONE = new SoakProgress(0, 0, 0, 0);

  /** Whether every event has come out or is parked. */
  boolean isAtRest() {
    return received + held == published && moving == 0;
  }

  boolean isComplete() {
    return received == published && held == 0;
  }

  @Override
  public String toString() {
    return "%,d events published, %,d received from SQS, %,d parked or waiting"
        .formatted(published, received, held);
  }
}
