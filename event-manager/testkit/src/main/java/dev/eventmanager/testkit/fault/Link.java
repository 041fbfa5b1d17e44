package dev.eventmanager.testkit.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** One connection through the proxy: bytes in both directions until either side ends. */
final class Link {
  private static final int BUFFER_BYTES = 16 * 1024;

  private static final long UNLIMITED = Long.MAX_VALUE / 2;

  private final Socket client;
  private final Socket server;
  private final AtomicLong bytesLeft = new AtomicLong(UNLIMITED);

  private Link(Socket client, Socket server) {
    this.client = client;
    this.server = server;
  }

  static Link between(Socket client, Socket server, Valve requests, Valve answers)
      throws IOException {
    Link link = new Link(client, server);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    Threads.start("proxy, requests", () -> link.copy(client, server, requests));
    Threads.start("proxy, answers", () -> link.copy(server, client, answers));
    return link;
  }

  /** Ends both sides without a goodbye, as a broken wire would. */
  void cut() {
    reset(client);
    reset(server);
  }

  /** Cuts it once so many more bytes have gone through; what comes before them still arrives. */
  void cutAfter(int bytes) {
    bytesLeft.set(bytes);
  }

  private void copy(Socket from, Socket to, Valve valve) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        valve.awaitOpen();
        long left = bytesLeft.addAndGet(-read);
        out.write(buffer, 0, Math.toIntExact(Math.max(0, Math.min(read, read + left))));
        if (left <= 0) {
          return;
        }
      }
    } catch (IOException | InterruptedException ended) {
      // either side is gone, and so the other goes
    } finally {
      close(client);
      close(server);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      // then there is nothing to reset
    }
    close(socket);
  }

  static void close(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }
}
