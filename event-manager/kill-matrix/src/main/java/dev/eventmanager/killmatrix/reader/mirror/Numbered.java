package dev.eventmanager.killmatrix.reader.mirror;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event of the soak, as its body tells it.
 *
 * @param group its ordering key
 * @param number its place in the group, from 1
 * @param poison whether SQS refuses it until it is mended
 * @param filling makes bodies of many sizes
 */
public record Numbered(String group, int number, boolean poison, String filling) {

  private static final Pattern BODY = Pattern.compile(
      "\\{\"group\":\"([^\"]+)\",\"number\":(\\d+),\"poison\":(true|false),\"filling\":\"(x*)\"}");

  /** What it is published as. */
  public String body() {
    return "{\"group\":\"%s\",\"number\":%d,\"poison\":%s,\"filling\":\"%s\"}"
        .formatted(group, number, poison, filling);
  }

  /** Its own, whenever and however often it is published. */
  public String id() {
    return group + "." + number;
  }

  /**
   * Reads one back.
   *
   * @throws IllegalArgumentException if that is no body of an event of the soak
   */
  public static Numbered of(String body) {
    Matcher parts = BODY.matcher(body);
    if (!parts.matches()) {
      throw new IllegalArgumentException(body);
    }
    return new Numbered(
        parts.group(1),
        Integer.parseInt(parts.group(2)),
        Boolean.parseBoolean(parts.group(3)),
        parts.group(4));
  }

  @Override
  public String toString() {
    return "%s number %d".formatted(group, number);
  }
}
