package dev.eventmanager.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports that are free at this moment. */
final class FreePorts implements AutoCloseable {

  private final List<ServerSocket> taken = new ArrayList<>();

  private FreePorts() {}

  /** Taken all at once, so that none is given twice. */
  static ShopPorts forAShop() {
    try (FreePorts ports = new FreePorts()) {
      return new ShopPorts(
          ports.withManagement(),
          ports.withManagement(),
          ports.withManagement(),
          ports.one(),
          ports.one(),
          ports.one());
    }
  }

  /** A port whose management port is free as well. */
  private int withManagement() {
    while (true) {
      int port = one();
      int management = ShopPorts.management(port);
      if (management <= 65_535 && take(management)) {
        return port;
      }
    }
  }

  private int one() {
    if (!take(0)) {
      throw new IllegalStateException("no free port");
    }
    return taken.get(taken.size() - 1).getLocalPort();
  }

  private boolean take(int port) {
    try {
      taken.add(new ServerSocket(port));
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }

  @Override
  public void close() {
    for (ServerSocket socket : taken) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new IllegalStateException("a free port could not be given back", e);
      }
    }
  }
}
