package dev.eventmanager.publishing;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** Makes event ids, each unique. Thread-safe. */
@FunctionalInterface
public interface EventIds {

  /** The next id, 1 to 128 visible ASCII characters. */
  String next();

  /**
   * UUIDv7: rising with time, so that an index on them grows at one end.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562</a>
   */
  static EventIds uuidV7() {
    TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
    return () -> generator.generate().toString();
  }
}
