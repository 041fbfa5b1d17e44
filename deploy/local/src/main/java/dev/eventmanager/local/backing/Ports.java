package dev.eventmanager.local.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Looks whether ports are free before anything is started on them. */
public final class Ports {

  private Ports() {}

  /**
   * Fails on the first port that something else listens on, or that two parts want.
   *
   * @param flags the port by the flag that sets it
   * @throws UnavailableException naming the port and the flag that moves it
   */
  public static void requireFree(Map<String, Integer> flags) {
    Map<Integer, String> wanted = new HashMap<>();
    flags.forEach((flag, port) -> {
      String other = wanted.putIfAbsent(port, flag);
      if (other != null) {
        throw new UnavailableException(
            "Port %d is wanted twice, by %s and by %s. Choose another for one."
                .formatted(port, other, flag));
      }
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
