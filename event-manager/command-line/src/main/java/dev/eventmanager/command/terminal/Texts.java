package dev.eventmanager.command.terminal;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What stands in a service's answers, as people read it. */
public final class Texts {

  private Texts() {}

  /** Nothing where there is nothing. */
  public static String of(JsonNode parent, String field) {
    return of(parent.path(field));
  }

  /** What comes from an event may hold anything, and must not steer the terminal. */
  public static String of(JsonNode value) {
    String text = value.isContainer() ? value.toPrettyString() : value.asString("");
    return text.replaceAll("[\\p{Cc}&&[^\n\t]]", "\uFFFD");
  }

  /** A time to the second, such as {@code 2026-11-21 06:28:16Z}. */
  public static String time(JsonNode parent, String field) {
    return of(parent, field).replaceFirst("T", " ").replaceFirst("\\.[0-9]+Z$", "Z");
  }

  /** {@code FAILED_AGAIN} as "failed again". */
  public static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The name of a class without its package. */
  public static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** "1 event", "2 events". */
  public static String events(long count) {
    return count == 1 ? "1 event" : count + " events";
  }
}
