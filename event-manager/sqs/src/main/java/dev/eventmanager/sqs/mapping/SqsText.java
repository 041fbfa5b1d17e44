package dev.eventmanager.sqs.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The characters SQS allows in bodies and attribute values: {@code #x9 #xA #xD #x20-#xD7FF
 * #xE000-#xFFFD #x10000-#x10FFFF}. AWS does not say clearly whether others are rejected or
 * replaced, so none is ever sent.
 */
final class SqsText {

  private SqsText() {}

  /** The text these bytes are, if they are non-empty, valid UTF-8 and of legal characters. */
  static Optional<String> of(byte[] bytes) {
    try {
      // A fresh decoder reports malformed input instead of replacing it.
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text).filter(SqsText::isLegal);
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /** Whether SQS takes this text: not empty and of legal characters only. */
  static boolean isLegal(String text) {
    // A stream takes several times as long, and this is asked of every character that is mirrored.
    var i = 0;
    while (i < text.length() && isLegal(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i > 0 && i == text.length();
  }

  private static boolean isLegal(int c) {
    return (c >= 0x20 && c <= 0xD7FF)
        || c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /** Bytes as AWS counts them. */
  static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
