package dev.eventmanager.bridge.notifications;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The places that S3 gives the events of one object: hexadecimal, of different lengths, the shorter
 * to be filled with zeros on the left. That is how numbers compare.
 */
final class Sequencer {

  private static final int RADIX = 16;

  /** Many times what S3 uses; as many digits as the database has room for. */
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{1,64}");

  private Sequencer() {}

  /**
   * The number that a sequencer stands for.
   *
   * @throws UnreadableNotificationException if it is none
   */
  static BigInteger number(String sequencer) {
    if (!HEXADECIMAL.matcher(sequencer).matches()) {
      throw new UnreadableNotificationException(
          "the sequencer \"%s\" is not hexadecimal of at most 64 digits".formatted(sequencer));
    }
    return new BigInteger(sequencer.toUpperCase(Locale.ROOT), RADIX);
  }
}
