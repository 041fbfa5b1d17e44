package dev.eventmanager.bridge.notifications;

import static dev.eventmanager.bridge.notifications.Fields.number;
import static dev.eventmanager.bridge.notifications.Fields.required;
import static dev.eventmanager.bridge.notifications.Fields.text;
import static dev.eventmanager.bridge.notifications.Fields.time;

import dev.eventmanager.s3.ObjectChange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A record of a notification as S3 itself sends it. */
final class S3Record {

  /** Some that speak S3 write it before the event's name, as the bucket's settings do. */
  private static final String PREFIX = "s3:";

  private S3Record() {}

  static Notification read(JsonNode each) {
    var object = each.path("s3").path("object");
    var event = required(each, "eventName");
    return new Notification(ObjectChange.builder()
        .bucket(required(each.path("s3").path("bucket"), "name"))
        .key(decoded(required(object, "key")))
        .versionId(text(object, "versionId"))
        .event(event.startsWith(PREFIX) ? event.substring(PREFIX.length()) : event)
        .time(time(each, "eventTime"))
        .sequencer(text(object, "sequencer"))
        .size(number(object, "size"))
        .eTag(text(object, "eTag"))
        .region(text(each, "awsRegion"))
        .build());
  }

  private static String decoded(String key) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnreadableNotificationException(
          "the key \"%s\" is not URL-encoded: %s".formatted(key, e.getMessage()));
    }
  }
}
