package dev.eventmanager.rabbit.connection;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Has what a thread writes go to the broker together: the client sends a packet for each message, and
 * a broker takes a full packet at hardly more cost than one with a single message. Thread-safe.
 *
 * <p>Holds back nothing of other threads: what one of them sends takes along what is held before it.
 */
public final class Cork {

  @SuppressWarnings(
      "ThreadLocalUsage") // one for each pair of connections; a static one would join them
  private final ThreadLocal<Held> held = new ThreadLocal<>();

  /** One that no socket knows yet. */
  public Cork() {}

  /**
   * Does work whose writing goes out at its end, or when the packet is full. The work must not wait
   * for an answer to what it writes.
   *
   * @throws IOException if it could not be sent
   */
  public void during(Writing work) throws IOException, InterruptedException {
    Held gathering = new Held();
    held.set(gathering);
    try {
      work.run();
    } finally {
      held.remove();
      gathering.flush();
    }
  }

  /** Whether this thread holds back what it has written; if so, it is flushed at the end. */
  boolean holdsBack(OutputStream output) {
    Held gathering = held.get();
    if (gathering != null) {
      gathering.output = output;
    }
    return gathering != null;
  }

  /** What writes. */
  @FunctionalInterface
  public interface Writing {
    void run() throws IOException, InterruptedException;
  }

  /** What one thread has written to; it uses one connection at a time. */
  private static final class Held {

    private @Nullable OutputStream output;

    void flush() throws IOException {
      if (output != null) {
        output.flush();
      }
    }
  }
}
