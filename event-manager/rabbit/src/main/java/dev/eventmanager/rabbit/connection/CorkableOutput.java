package dev.eventmanager.rabbit.connection;

import java.io.IOException;
import java.io.OutputStream;

/** What is written to a socket, held back while the writing thread is corked. Thread-safe. */
final class CorkableOutput extends OutputStream {

  private static final int CAPACITY = 64 * 1024;

  private final OutputStream socket;
  private final Cork cork;
  private final byte[] held = new byte[CAPACITY];
  private int count = 0;

  CorkableOutput(OutputStream socket, Cork cork) {
    this.socket = socket;
    this.cork = cork;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > held.length - count) {
      send();
    }
    if (length > held.length) {
      socket.write(bytes, offset, length);
    } else {
      System.arraycopy(bytes, offset, held, count, length);
      count += length;
    }
  }

  @Override
  public void flush() throws IOException {
    if (!cork.holdsBack(this)) {
      send();
    }
  }

  private synchronized void send() throws IOException {
    int length = count;
    count = 0;
    socket.write(held, 0, length);
  }
}
