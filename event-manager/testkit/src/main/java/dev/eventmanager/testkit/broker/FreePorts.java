package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Ports for servers that a test starts, held until this is closed so that none is given twice. Not
 * thread-safe.
 *
 * <p>They come from below the range that systems take the ports of outgoing connections from (from
 * 32768 on Linux): a server that is killed finds its port free when it starts again.
 */
public final class FreePorts implements AutoCloseable {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 29_999;
  private static final int MOST_TRIES = 1_000;

  private final RandomGenerator random = RandomGenerator.getDefault();
  private final List<ServerSocket> held = new ArrayList<>();

  /** A port that is free at this moment. */
  public static int one() {
    try (FreePorts ports = new FreePorts()) {
      return ports.take();
    }
  }

  /** Takes a port that is free. */
  public int take() {
    for (int i = 0; i < MOST_TRIES; i++) {
      int port = random.nextInt(LOWEST, HIGHEST + 1);
      if (take(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port between %d and %d is free".formatted(LOWEST, HIGHEST));
  }

  /** Takes this port; returns whether it was free. */
  public boolean take(int port) {
    try {
      held.add(new ServerSocket(port));
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }

  /** Gives all of them back. */
  @Override
  public void close() {
    for (ServerSocket socket : held) {
      try {
        socket.close();
      } catch (IOException failure) {
        throw new UncheckedIOException("A free port could not be given back", failure);
      }
    }
    held.clear();
  }
}
