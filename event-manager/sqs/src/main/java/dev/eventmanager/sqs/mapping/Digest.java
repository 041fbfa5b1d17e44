package dev.eventmanager.sqs.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of a text's UTF-8 bytes, in lower-case hex. */
final class Digest {

  private Digest() {}

  static String sha256(String text) {
    return hex("SHA-256", text);
  }

  /** What SQS answers for a body, as a check of the way there and no secret. */
  static String md5(String text) {
    return hex("MD5", text);
  }

  private static String hex(String algorithm, String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has " + algorithm, e);
    }
  }
}
