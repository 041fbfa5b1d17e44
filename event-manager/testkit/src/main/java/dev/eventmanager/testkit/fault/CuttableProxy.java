package dev.eventmanager.testkit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy that can cut every connection through it, refuse new ones, and hold back what either
 * side says. Thread-safe.
 *
 * <pre>{@code
 * try (CuttableProxy proxy = CuttableProxy.to("127.0.0.1", 5672)) {
 *   …connect to proxy.port()…
 *   proxy.cut();
 *   proxy.heal();
 * }
 * }</pre>
 */
public final class CuttableProxy implements AutoCloseable {
  private final String host;
  private final int port;
  private final ServerSocket server;
  private final Valve requests = new Valve();
  private final Valve answers = new Valve();
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private boolean cut = false;

  private CuttableProxy(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** A proxy on a free port of the loopback address, open from now on. */
  public static CuttableProxy to(String host, int port) {
    try {
      CuttableProxy proxy = new CuttableProxy(host, port);
      Threads.start("proxy to " + host + ":" + port, proxy::acceptAll);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where to connect to, on 127.0.0.1. */
  public int port() {
    return server.getLocalPort();
  }

  /** Breaks every connection at once and refuses new ones until {@link #heal()}. */
  public synchronized void cut() {
    cut = true;
    links.forEach(Link::cut);
    links.clear();
  }

  /** Breaks every connection at once; new ones are let through. */
  public void cutOnce() {
    cut();
    heal();
  }

  /**
   * Breaks every connection once this many more bytes have gone through it in either direction, which
   * is in the midst of a frame more often than not; new ones are let through.
   */
  public synchronized void cutAfter(int bytes) {
    links.forEach(link -> link.cutAfter(bytes));
  }

  /** Lets connections through again. */
  public synchronized void heal() {
    cut = false;
  }

  /** Holds back what the server says from now on; what clients say still gets through. */
  public void holdAnswers() {
    answers.close();
  }

  /** Reads nothing that clients say from now on, so that at last they can write no more. */
  public void holdRequests() {
    requests.close();
  }

  /** Lets through what was held back, and what comes. */
  public void releaseAnswers() {
    answers.open();
  }

  @Override
  public void close() {
    releaseAnswers();
    requests.open();
    cut();
    Link.close(server);
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        accept(server.accept());
      } catch (IOException closedOrServerGone) {
        // the loop's condition tells which
      }
    }
  }

  private synchronized void accept(Socket client) throws IOException {
    if (cut) {
      client.close();
      return;
    }
    try {
      links.add(Link.between(client, new Socket(host, port), requests, answers));
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }
}
