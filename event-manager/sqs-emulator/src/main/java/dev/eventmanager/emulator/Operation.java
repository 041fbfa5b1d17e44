package dev.eventmanager.emulator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a client asks of SQS. */
public enum Operation {
  SEND_MESSAGE("SendMessage"),
  SEND_MESSAGE_BATCH("SendMessageBatch"),
  RECEIVE_MESSAGE("ReceiveMessage"),
  DELETE_MESSAGE("DeleteMessage"),
  DELETE_MESSAGE_BATCH("DeleteMessageBatch"),
  CHANGE_MESSAGE_VISIBILITY("ChangeMessageVisibility"),
  CHANGE_MESSAGE_VISIBILITY_BATCH("ChangeMessageVisibilityBatch"),
  CREATE_QUEUE("CreateQueue"),
  DELETE_QUEUE("DeleteQueue"),
  PURGE_QUEUE("PurgeQueue"),
  GET_QUEUE_URL("GetQueueUrl"),
  GET_QUEUE_ATTRIBUTES("GetQueueAttributes"),
  SET_QUEUE_ATTRIBUTES("SetQueueAttributes"),
  /** Any other. */
  OTHER("");

  private static final String PREFIX = "AmazonSQS.";

  private final String header;

  Operation(String name) {
    this.header = PREFIX + name;
  }

  /** By the header {@code X-Amz-Target} of a request. */
  static Operation of(@Nullable String header) {
    return Arrays.stream(values())
        .filter(operation -> operation.header.equals(header))
        .findAny()
        .orElse(OTHER);
  }
}
