package dev.eventmanager.emulator;

import static dev.eventmanager.emulator.SnsAnswer.element;

import dev.eventmanager.emulator.EmbeddedSns.EntryFailure;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the embedded SNS can do. */
final class SnsOperations implements AutoCloseable {

  private static final String ARN = "arn:aws:sns:eu-west-1:000000000000:";

  private final Map<String, SnsTopic> topics = new ConcurrentHashMap<>();
  private final QueueDelivery delivery;
  private final Clock clock;

  SnsOperations(QueueDelivery delivery, Clock clock) {
    this.delivery = delivery;
    this.clock = clock;
  }

  SnsAnswer answer(SnsRequest request) {
    return switch (request.action()) {
      case "CreateTopic" -> create(request);
      case "ListTopics" -> list(request);
      case "Subscribe" -> withTopic(request, topic -> subscribe(topic, request));
      case "GetTopicAttributes" -> withTopic(request, topic -> attributes(topic, request));
      case "ListSubscriptionsByTopic" -> withTopic(request, topic -> subscriptions(topic, request));
      case "GetSubscriptionAttributes" -> subscription(request);
      case "PublishBatch" -> publishBatch(request, null);
      default -> SnsAnswer.error(400, "InvalidAction", "no " + request.action() + " here");
    };
  }

  SnsAnswer publishBatch(SnsRequest request, @Nullable EntryFailure failure) {
    return withTopic(request, topic -> {
      var entries = request.members("PublishBatchRequestEntries.member");
      var size = entries.stream().mapToInt(each -> SnsMessage.of(each).size()).sum();
      return size > topic.maximumMessageSize()
          ? SnsAnswer.error(400, "BatchRequestTooLong", "The batch has %d bytes".formatted(size))
          : publish(topic, entries, failure);
    });
  }

  @Override
  public void close() {
    delivery.close();
  }

  private SnsAnswer publish(
      SnsTopic topic, List<SnsRequest> entries, @Nullable EntryFailure failure) {
    var successful = new StringBuilder();
    var failed = new StringBuilder();
    for (var entry : entries) {
      var message = SnsMessage.of(entry);
      if (failure != null && failure.message().equals(message.text())) {
        failed.append(failed(entry, failure));
      } else {
        successful.append(succeeded(entry, topic.publish(message, delivery, clock.instant())));
      }
    }
    return SnsAnswer.of(
        "PublishBatch",
        "<Successful>%s</Successful><Failed>%s</Failed>".formatted(successful, failed));
  }

  private static String succeeded(SnsRequest entry, String sequenceNumber) {
    return "<member>%s%s%s</member>"
        .formatted(
            element("Id", entry.get("Id")),
            element("MessageId", sequenceNumber),
            element("SequenceNumber", sequenceNumber));
  }

  private static String failed(SnsRequest entry, EntryFailure failure) {
    return "<member>%s%s%s%s</member>"
        .formatted(
            element("Id", entry.get("Id")),
            element("Code", failure.code()),
            element("Message", "said the embedded SNS"),
            element("SenderFault", String.valueOf(failure.senderFault())));
  }

  private SnsAnswer create(SnsRequest request) {
    var topic = topics.computeIfAbsent(
        ARN + request.get("Name"), arn -> new SnsTopic(arn, request.map("Attributes")));
    return SnsAnswer.of(request.action(), element("TopicArn", topic.arn()));
  }

  private SnsAnswer list(SnsRequest request) {
    return SnsAnswer.of(
        request.action(),
        members(
            "Topics",
            topics.keySet().stream().map(arn -> element("TopicArn", arn)).toList()));
  }

  private static SnsAnswer subscribe(SnsTopic topic, SnsRequest request) {
    var arn = "%s:%d".formatted(topic.arn(), topic.subscriptions().size() + 1);
    topic
        .subscriptions()
        .add(new SnsSubscription(arn, request.get("Endpoint"), request.map("Attributes")));
    return SnsAnswer.of(request.action(), element("SubscriptionArn", arn));
  }

  private static SnsAnswer attributes(SnsTopic topic, SnsRequest request) {
    return SnsAnswer.of(request.action(), map(topic.attributes()));
  }

  private static SnsAnswer subscriptions(SnsTopic topic, SnsRequest request) {
    return SnsAnswer.of(
        request.action(),
        members(
            "Subscriptions",
            topic.subscriptions().stream()
                .map(each -> element("SubscriptionArn", each.arn()))
                .toList()));
  }

  private SnsAnswer subscription(SnsRequest request) {
    return topics.values().stream()
        .flatMap(topic -> topic.subscriptions().stream())
        .filter(each -> each.arn().equals(request.get("SubscriptionArn")))
        .findFirst()
        .map(each -> SnsAnswer.of(
            request.action(),
            map(Map.of(
                "Endpoint", each.queueArn(), "RawMessageDelivery", String.valueOf(each.isRaw())))))
        .orElseGet(SnsOperations::notFound);
  }

  private SnsAnswer withTopic(SnsRequest request, Function<SnsTopic, SnsAnswer> answer) {
    var topic = topics.get(request.get("TopicArn"));
    return topic == null ? notFound() : answer.apply(topic);
  }

  private static SnsAnswer notFound() {
    return SnsAnswer.error(404, "NotFound", "It does not exist");
  }

  private static String members(String list, List<String> members) {
    return members.stream()
        .map(each -> "<member>%s</member>".formatted(each))
        .collect(Collectors.joining("", "<%s>".formatted(list), "</%s>".formatted(list)));
  }

  private static String map(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> "<entry>%s%s</entry>"
            .formatted(element("key", each.getKey()), element("value", each.getValue())))
        .collect(Collectors.joining("", "<Attributes>", "</Attributes>"));
  }
}
