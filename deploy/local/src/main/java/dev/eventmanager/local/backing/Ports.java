package dev.eventmanager.local.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Looks whether ports are free before anything is started on them. */
public final class Ports {

  private Ports() {}

  /**
   * Fails on the first port that something else listens on.
   *
   * @param flags the port by the flag that sets it
   * @throws UnavailableException naming the port and the flag that moves it
   */
  public static void requireFree(Map<String, Integer> flags) {
    flags.forEach((flag, port) -> {
      if (isTaken(port)) {
        throw new UnavailableException(
            "Port %d is taken by another program. Stop that one, or choose another port with %s."
                .formatted(port, flag));
      }
    });
  }

  private static boolean isTaken(int port) {
    return cannotBind(new InetSocketAddress(port))
        || cannotBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean cannotBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // a port that was closed a moment ago is free
      socket.bind(address);
      return false;
    } catch (IOException taken) {
      return true;
    }
  }
}
