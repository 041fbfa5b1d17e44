package dev.eventmanager.emulator.rules;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Which characters SQS takes, and how it counts them. */
final class SqsCharacters {

  /** Of groups, deduplication ids and attempts. */
  private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

  private SqsCharacters() {}

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** Whether all of them may stand in a body or in the value of an attribute. */
  static boolean areLegal(String text) {
    return text.codePoints().allMatch(SqsCharacters::isLegal);
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
