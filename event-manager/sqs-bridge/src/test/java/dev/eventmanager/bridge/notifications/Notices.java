package dev.eventmanager.bridge.notifications;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Messages in the shapes that AWS documents. */
public final class Notices {

  private Notices() {}

  /** What S3 sends to a queue for one object that was written. */
  public static String put(String key, String sequencer) {
    return records(record("ObjectCreated:Put", key, sequencer, "2026-11-21T12:00:00.123Z"));
  }

  static String records(String... records) {
    return "{\"Records\":[%s]}".formatted(String.join(",", records));
  }

  static String record(String event, String key, String sequencer, String time) {
    return """
        {
          "eventVersion": "2.1",
          "eventSource": "aws:s3",
          "awsRegion": "eu-west-1",
          "eventTime": "%s",
          "eventName": "%s",
          "userIdentity": {"principalId": "AWS:AIDAEXAMPLE"},
          "requestParameters": {"sourceIPAddress": "192.0.2.1"},
          "responseElements": {"x-amz-request-id": "C3D13FE58DE4C810"},
          "s3": {
            "s3SchemaVersion": "1.0",
            "configurationId": "to-the-bridge",
            "bucket": {
              "name": "invoices",
              "ownerIdentity": {"principalId": "A3NL1KOZZKExample"},
              "arn": "arn:aws:s3:::invoices"
            },
            "object": {
              "key": "%s",
              "size": 1024,
              "eTag": "d41d8cd98f00b204e9800998ecf8427e"%s
            }
          }
        }""".formatted(
            time,
            event,
            URLEncoder.encode(key, StandardCharsets.UTF_8),
            sequencer.isEmpty() ? "" : ", \"sequencer\": \"%s\"".formatted(sequencer));
  }

  /** What S3 sends once, when a bucket is told to notify a queue. */
  static String test() {
    return """
        {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-11-21T12:00:00.000Z",
         "Bucket":"invoices","RequestId":"5582815E1AEA5ADF","HostId":"8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR"}""";
  }

  /** A message in the envelope that SNS puts around it. */
  static String throughSns(String message) {
    var escaped = message.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return """
        {"Type":"Notification","MessageId":"22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
         "TopicArn":"arn:aws:sns:eu-west-1:123456789012:uploads","Subject":"Amazon S3 Notification",
         "Message":"%s","Timestamp":"2026-11-21T12:00:00.500Z","SignatureVersion":"1"}""".formatted(escaped);
  }

  /** What S3 tells EventBridge. */
  static String eventBridge(String type, String key, String sequencer, String further) {
    return """
        {
          "version": "0",
          "id": "17793124-05d4-b198-2fde-7ededc63b103",
          "detail-type": "%s",
          "source": "aws.s3",
          "account": "123456789012",
          "time": "2026-11-21T12:00:00Z",
          "region": "eu-west-1",
          "resources": ["arn:aws:s3:::invoices"],
          "detail": {
            "version": "0",
            "bucket": {"name": "invoices"},
            "object": {
              "key": "%s",
              "size": 1024,
              "etag": "d41d8cd98f00b204e9800998ecf8427e",
              "sequencer": "%s"
            },
            "request-id": "N4N7GDK58NMKJ12R",
            "requester": "123456789012",
            "source-ip-address": "192.0.2.1",
            %s
          }
        }""".formatted(type, key, sequencer, further);
  }
}
