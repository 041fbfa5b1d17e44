package dev.eventmanager.killmatrix.shop;

import dev.eventmanager.local.ShopPorts;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports that are free at this moment. */
public final class FreePorts {

  private static final int PORTS = 6;

  private FreePorts() {}

  /** Held all at once, so that none is given twice. */
  public static ShopPorts forAShop() throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    for (int i = 0; i < PORTS; i++) {
      sockets.add(new ServerSocket(0));
    }
    List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return new ShopPorts(
        ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
  }
}
