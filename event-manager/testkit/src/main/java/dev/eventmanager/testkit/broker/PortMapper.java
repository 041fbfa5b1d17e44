package dev.eventmanager.testkit.broker;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an Erlang node asks where the other nodes are, as epmd is. Each node has one of its own: as
 * it may be told the port of a proxy, the network between two nodes can be cut; and as it runs in
 * this JVM, no daemon outlives a test. Thread-safe.
 */
final class PortMapper implements Closeable {
  private static final int REGISTER = 120;
  private static final int REGISTERED = 118;
  private static final int WHERE_IS = 122;
  private static final int HERE_IS = 119;
  private static final int WHO_IS_THERE = 110;

  private static final int ORDINARY_NODE = 77;
  private static final int OVER_TCP = 0;
  private static final int NEWEST_PROTOCOL = 6;
  private static final int OLDEST_PROTOCOL = 5;

  private final ServerSocket server;
  private final Map<String, Integer> ways;
  private final Map<String, Registration> registered;
  private final AtomicInteger registrations = new AtomicInteger();

  private PortMapper(
      ServerSocket server, Map<String, Integer> ways, Map<String, Registration> registered) {
    this.server = server;
    this.ways = Map.copyOf(ways);
    this.registered = registered;
  }

  /** A mapper on a free port of the loopback address, for a node on its own. */
  static PortMapper open() throws IOException {
    return open(Map.of(), new ConcurrentHashMap<>());
  }

  /**
   * A mapper for one node of several.
   *
   * @param ways the ports at which it reaches the others, by their names without the host
   * @param registered the nodes and command lines that have told any of the mappers their port
   */
  static PortMapper open(Map<String, Integer> ways, ConcurrentMap<String, Registration> registered)
      throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    PortMapper mapper = new PortMapper(server, ways, registered);
    mapper.inBackground(mapper::acceptAll);
    return mapper;
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void inBackground(Runnable work) {
    Thread thread = new Thread(work, "port mapper " + port());
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        inBackground(() -> answer(client));
      } catch (IOException closed) {
        // the loop's condition tells
      }
    }
  }

  private void answer(Socket client) {
    try (client;
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
      ByteBuffer request = ByteBuffer.wrap(in.readNBytes(in.readUnsignedShort()));
      switch (request.get()) {
        case REGISTER -> registerUntilItEnds(request, in, out);
        case WHERE_IS -> sayWhere(text(request, request.remaining()), out);
        case WHO_IS_THERE -> sayWhoIsThere(out);
        default -> throw new IOException("a request of another kind");
      }
    } catch (IOException clientGone) {
      // and so is what it wanted
    }
  }

  /** A node keeps its connection for as long as it lives. */
  private void registerUntilItEnds(ByteBuffer request, DataInputStream in, DataOutputStream out)
      throws IOException {
    Registration registration =
        new Registration(Short.toUnsignedInt(request.getShort()), registrations.incrementAndGet());
    request.position(request.position() + 6); // its type, its protocol, its versions
    String name = text(request, Short.toUnsignedInt(request.getShort()));
    registered.put(name, registration);
    try {
      out.writeByte(REGISTERED);
      out.writeByte(0);
      out.writeInt(registration.creation());
      out.flush();
      in.read();
    } finally {
      registered.remove(name, registration);
    }
  }

  private void sayWhere(String name, DataOutputStream out) throws IOException {
    Optional<Integer> port = Optional.ofNullable(ways.get(name))
        .or(() -> Optional.ofNullable(registered.get(name)).map(Registration::port));
    out.writeByte(HERE_IS);
    out.writeByte(port.isPresent() ? 0 : 1);
    if (port.isPresent()) {
      writeNode(name, port.get(), out);
    }
  }

  private static void writeNode(String name, int port, DataOutputStream out) throws IOException {
    out.writeShort(port);
    out.writeByte(ORDINARY_NODE);
    out.writeByte(OVER_TCP);
    out.writeShort(NEWEST_PROTOCOL);
    out.writeShort(OLDEST_PROTOCOL);
    out.writeUTF(name);
    out.writeShort(0);
  }

  private void sayWhoIsThere(DataOutputStream out) throws IOException {
    out.writeInt(port());
    for (Map.Entry<String, Registration> each : registered.entrySet()) {
      out.writeBytes(
          "name %s at port %d\n".formatted(each.getKey(), each.getValue().port()));
    }
  }

  private static String text(ByteBuffer request, int bytes) {
    byte[] text = new byte[bytes];
    request.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /**
   * A node that is there.
   *
   * @param creation tells this life of the node from the ones before
   */
  record Registration(int port, int creation) {}
}
