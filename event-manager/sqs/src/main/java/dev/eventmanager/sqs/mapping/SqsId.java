package dev.eventmanager.sqs.mapping;

/**
 * Message group and deduplication ids: 1 to 128 ASCII letters, digits and punctuation. Other text
 * is replaced by {@code h-} and its SHA-256, so equal text still gives equal ids.
 */
final class SqsId {

  private static final int LONGEST = 128;

  private SqsId() {}

  static String of(String text) {
    return isLegal(text) ? text : "h-" + Digest.sha256(text);
  }

  private static boolean isLegal(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }
}
