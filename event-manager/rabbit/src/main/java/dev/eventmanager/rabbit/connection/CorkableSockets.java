package dev.eventmanager.rabbit.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Plain sockets that a thread can cork. The client makes them unconnected. */
final class CorkableSockets extends SocketFactory {

  private final Cork cork;

  CorkableSockets(Cork cork) {
    this.cork = cork;
  }

  Cork cork() {
    return cork;
  }

  @Override
  public Socket createSocket() {
    return new CorkableSocket(cork);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return SocketFactory.getDefault().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return SocketFactory.getDefault().createSocket(host, port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return SocketFactory.getDefault().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return SocketFactory.getDefault().createSocket(host, port, local, localPort);
  }

  private static final class CorkableSocket extends Socket {

    private final Cork cork;

    CorkableSocket(Cork cork) {
      this.cork = cork;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new CorkableOutput(super.getOutputStream(), cork);
    }
  }
}
