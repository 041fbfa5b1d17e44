package dev.eventmanager.bridge.verify;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Event ids in 16 bytes each, for millions of them are kept at once; no text can be got back. */
final class EventKey {

  private static final int LENGTH_OF_A_UUID = 36;

  private EventKey() {}

  static UUID of(String id) {
    return id.length() == LENGTH_OF_A_UUID && isCanonical(id)
        ? UUID.fromString(id)
        : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isCanonical(String id) {
    for (int i = 0; i < LENGTH_OF_A_UUID; i++) {
      var dashed = i == 8 || i == 13 || i == 18 || i == 23;
      var c = id.charAt(i);
      var fits = dashed ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
