package dev.eventmanager.testkit.rabbit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between client and broker that a test can cut, hold up and restore. Thread-safe. */
final class TcpProxy implements AutoCloseable {

  private static final int BUFFER_BYTES = 8192;

  private final ServerSocket server;
  private final String host;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Gate gate = new Gate();
  private volatile boolean refusing = false;

  TcpProxy(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("proxy-accept", this::acceptAll);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Breaks every connection at once, mid-frame if one is under way. */
  void cut() {
    sockets.forEach(TcpProxy::reset);
    sockets.clear();
  }

  /** Breaks every connection and lets none in any more. */
  void refuse() {
    refusing = true;
    cut();
  }

  void accept() {
    refusing = false;
  }

  /** Nothing gets through, and nobody is told. */
  void holdUp() {
    gate.close();
  }

  void letThrough() {
    gate.open();
  }

  @Override
  public void close() throws IOException {
    server.close();
    letThrough();
    cut();
  }

  private void acceptAll() throws IOException {
    while (!server.isClosed()) {
      Socket client = server.accept();
      if (refusing) {
        reset(client);
      } else {
        connect(client);
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket broker = new Socket(host, port);
    sockets.add(client);
    sockets.add(broker);
    start("proxy-to-broker", () -> copy(client, broker));
    start("proxy-to-client", () -> copy(broker, client));
  }

  private void copy(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        gate.pass();
        out.write(buffer, 0, read);
      }
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyGone) {
      // It is only to be gone.
    }
  }

  private static void start(String name, Work work) {
    Thread thread = new Thread(
        () -> {
          try {
            work.run();
          } catch (IOException cut) {
            // The other end learns it from its own socket.
          }
        },
        name);
    thread.setDaemon(true);
    thread.start();
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /** Open or closed; whoever wants to pass waits while it is closed. */
  private static final class Gate {

    private boolean closed = false;

    synchronized void close() {
      closed = true;
    }

    synchronized void open() {
      closed = false;
      notifyAll();
    }

    synchronized void pass() {
      try {
        while (closed) {
          wait();
        }
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
