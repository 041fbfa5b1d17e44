package dev.eventmanager.killmatrix.bridge.fault;

/** The ways in which what the bridge stands on is broken, one at a time. */
public enum SoakFault {
  BRIDGE_KILLED("one instance killed anywhere"),
  BRIDGES_KILLED("all instances killed at once"),
  BRIDGES_KILLED_AMID_ANSWERS("all instances killed while answers of SQS were on their way"),
  BRIDGES_AWAY("all instances killed amid answers and started again six minutes later"),
  BRIDGE_STOPPED("one instance stopped in order"),
  BRIDGES_ROLLED("rolling restart of all instances"),
  SQS_AWAY("SQS away for seconds"),
  ACCESS_DENIED("access to SQS denied for seconds"),
  CONNECTIONS_CUT("all connections to the broker cut"),
  CONNECTIONS_CUT_MID_FRAME("all connections to the broker cut amid a frame"),
  BROKER_FROZEN("broker frozen, its connections open"),
  BROKER_KILLED("broker killed and started again"),
  LEDGER_CUT("all connections to the ledger's database ended"),
  LEDGER_STOPPED("the ledger's database restarted"),
  LEDGER_CRASHED("the ledger's database restarted after a crash");

  private final String description;

  SoakFault(String description) {
    this.description = description;
  }

  /** For documents. */
  public String description() {
    return description;
  }
}
