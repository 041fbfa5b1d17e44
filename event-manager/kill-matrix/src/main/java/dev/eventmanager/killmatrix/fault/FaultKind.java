package dev.eventmanager.killmatrix.fault;

/** The ways in which things are broken. */
public enum FaultKind {
  PUBLISHER_DEAD_BEFORE_COMMIT("publisher dead before its commit"),
  PUBLISHER_DEAD_AFTER_COMMIT("publisher dead after its commit"),
  RELAY_DEAD_BEFORE_CONFIRM("relay dead after the publish, before the confirm"),
  RELAY_DEAD_AFTER_CONFIRM("relay dead after the confirm, before the row is deleted"),
  CONSUMER_DEAD_BEFORE_COMMIT("consumer dead after the effect, before its commit"),
  CONSUMER_DEAD_BEFORE_ACK("consumer dead after the commit, before the acknowledgement"),
  PUBLISHER_KILLED("publisher and relay killed anywhere"),
  CONSUMER_KILLED("consumer killed anywhere"),
  CONSUMERS_ROLLED("rolling restart of all consumers"),
  PUBLISHERS_ROLLED("rolling restart of all publishers and relays"),
  CONNECTIONS_CUT("all connections to the broker cut"),
  CONNECTIONS_CUT_MID_FRAME("all connections to the broker cut amid a frame"),
  BROKER_FROZEN("broker frozen, its connections open"),
  BROKER_KILLED("broker killed and started again"),
  DATABASE_STOPPED("database restarted, its connections ended"),
  DATABASE_CRASHED("database restarted after a crash"),
  LEADER_KILLED("cluster: the queue's leader killed"),
  CLUSTER_PARTED("cluster: the queue's leader cut off from the others");

  private final String description;

  FaultKind(String description) {
    this.description = description;
  }

  /** For documents. */
  public String description() {
    return description;
  }
}
