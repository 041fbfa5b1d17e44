package dev.eventmanager.bridge.notifications;

import static dev.eventmanager.bridge.notifications.Fields.number;
import static dev.eventmanager.bridge.notifications.Fields.required;
import static dev.eventmanager.bridge.notifications.Fields.text;
import static dev.eventmanager.bridge.notifications.Fields.time;

import dev.eventmanager.s3.ObjectChange;
import tools.jackson.databind.JsonNode;

/**
 * What S3 told EventBridge, and that a queue. It gets the name that the same thing has in a
 * notification of S3 itself, so that both are one event where a bucket tells both.
 */
final class EventBridgeEvent {

  private EventBridgeEvent() {}

  static Notification read(JsonNode message) {
    var detail = message.path("detail");
    var object = detail.path("object");
    return new Notification(ObjectChange.builder()
        .bucket(required(detail.path("bucket"), "name"))
        // Not URL-encoded here, unlike in a notification of S3.
        .key(required(object, "key"))
        .versionId(text(object, "version-id"))
        .event(event(required(message, "detail-type"), detail))
        .time(time(message, "time"))
        .sequencer(text(object, "sequencer"))
        .size(number(object, "size"))
        .eTag(text(object, "etag"))
        .region(text(message, "region"))
        .build());
  }

  private static String event(String type, JsonNode detail) {
    return switch (type) {
      case "Object Created" -> "ObjectCreated:" + creation(required(detail, "reason"));
      case "Object Deleted" -> removal(detail);
      case "Object Restore Initiated" -> "ObjectRestore:Post";
      case "Object Restore Completed" -> "ObjectRestore:Completed";
      case "Object Restore Expired" -> "ObjectRestore:Delete";
      case "Object Tags Added" -> "ObjectTagging:Put";
      case "Object Tags Deleted" -> "ObjectTagging:Delete";
      case "Object ACL Updated" -> "ObjectAcl:Put";
      case "Object Storage Class Changed" -> "LifecycleTransition";
      case "Object Access Tier Changed" -> "IntelligentTiering";
      default -> type;
    };
  }

  private static String creation(String reason) {
    return switch (reason) {
      case "PutObject" -> "Put";
      case "POST Object" -> "Post";
      case "CopyObject" -> "Copy";
      default -> reason;
    };
  }

  private static String removal(JsonNode detail) {
    var by = text(detail, "reason").orElse("").equals("Lifecycle Expiration")
        ? "LifecycleExpiration"
        : "ObjectRemoved";
    var marked = text(detail, "deletion-type").orElse("").equals("Delete Marker Created");
    return by + (marked ? ":DeleteMarkerCreated" : ":Delete");
  }
}
