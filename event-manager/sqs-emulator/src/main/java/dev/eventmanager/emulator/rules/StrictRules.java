package dev.eventmanager.emulator.rules;

import dev.eventmanager.emulator.EntryFailures;
import dev.eventmanager.emulator.FaultProxy.Answer;
import dev.eventmanager.emulator.FaultProxy.Target;
import dev.eventmanager.emulator.Operation;
import dev.eventmanager.emulator.Rules;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS's rules where ElasticMQ is lax: sizes in bytes, legal characters, attributes, ids of batch
 * entries, expired receipt handles of FIFO queues, deduplication within groups, and the limit of
 * 300 requests a second for each action of a FIFO queue without high throughput. It knows the
 * attributes of queues that are created, or given them, through the same proxy; AWS's defaults for
 * others.
 */
public final class StrictRules implements Rules {

  private static final int REQUESTS_A_SECOND = 300;

  private final KnownQueues queues = new KnownQueues();
  private final GroupDeduplication deduplication = new GroupDeduplication();
  private final Receipts receipts;
  private final RateLimit rate;

  private StrictRules(Clock clock, int requestsPerSecond) {
    receipts = new Receipts(clock);
    rate = new RateLimit(clock, requestsPerSecond);
  }

  /** By this clock, which should be the emulator's. */
  public static StrictRules by(Clock clock) {
    return limitedTo(REQUESTS_A_SECOND, clock);
  }

  /** With another limit of requests a second. */
  public static StrictRules limitedTo(int requestsPerSecond, Clock clock) {
    return new StrictRules(clock, requestsPerSecond);
  }

  @Override
  public Answer apply(Operation operation, ObjectNode request, Target target) {
    var queue = queues.of(request);
    return rate.check(operation, queue)
        .map(Violation::ofRequest)
        .orElseGet(() -> within(operation, queue, request, target));
  }

  private Answer within(Operation operation, KnownQueue queue, ObjectNode request, Target target) {
    return switch (operation) {
      case SEND_MESSAGE ->
        one(request, send(queue, target), each -> MessageRules.check(each, queue));
      case SEND_MESSAGE_BATCH ->
        batch(request, sendAll(queue, target), each -> MessageRules.check(each, queue));
      case RECEIVE_MESSAGE -> receive(request, queue, target);
      case CREATE_QUEUE, SET_QUEUE_ATTRIBUTES ->
        after(one(request, target, queues::check), () -> queues.learn(request));
      case GET_QUEUE_ATTRIBUTES -> complete(request, target.send(request));
      case DELETE_QUEUE -> after(target.send(request), () -> queues.forget(request));
      default -> queue.isFifo() ? receipt(operation, request, target) : target.send(request);
    };
  }

  private Answer receipt(Operation operation, ObjectNode request, Target target) {
    return switch (operation) {
      case DELETE_MESSAGE ->
        after(one(request, target, receipts::checkDelete), () -> receipts.deleted(request));
      case CHANGE_MESSAGE_VISIBILITY ->
        after(one(request, target, receipts::checkChange), () -> receipts.changed(request));
      case DELETE_MESSAGE_BATCH ->
        successful(request, receipts::deleted, batch(request, target, receipts::checkDelete));
      case CHANGE_MESSAGE_VISIBILITY_BATCH ->
        successful(request, receipts::changed, batch(request, target, receipts::checkChange));
      default -> target.send(request);
    };
  }

  private Target send(KnownQueue queue, Target target) {
    return request -> {
      if (queue.deduplicatesPerGroup()) {
        deduplication.mark(request);
      }
      return target.send(request);
    };
  }

  private Target sendAll(KnownQueue queue, Target target) {
    return request -> {
      if (queue.deduplicatesPerGroup()) {
        EntryFailures.entries(request).forEach(each -> deduplication.mark((ObjectNode) each));
      }
      return target.send(request);
    };
  }

  private Answer receive(ObjectNode request, KnownQueue queue, Target target) {
    var answer = target.send(request);
    if (!answer.isSuccess() || !queue.isFifo()) {
      return answer;
    }
    receipts.given(request, queue, answer);
    return queue.deduplicatesPerGroup() ? deduplication.unmark(answer) : answer;
  }

  private Answer complete(ObjectNode request, Answer answer) {
    return answer.isSuccess() ? queues.complete(request, answer) : answer;
  }

  private Answer successful(ObjectNode request, Consumer<ObjectNode> action, Answer answer) {
    return after(answer, () -> receipts.forSuccessful(request, answer, action));
  }

  private static Answer after(Answer answer, Runnable action) {
    if (answer.isSuccess()) {
      action.run();
    }
    return answer;
  }

  private static Answer one(
      ObjectNode request, Target target, Function<ObjectNode, Optional<Violation>> rule) {
    return rule.apply(request).map(Violation::ofRequest).orElseGet(() -> target.send(request));
  }

  private static Answer batch(
      ObjectNode request, Target target, Function<ObjectNode, Optional<Violation>> rule) {
    return BatchRules.check(request)
        .map(Violation::ofRequest)
        .orElseGet(() -> EntryFailures.send(
            request, target, entry -> rule.apply(entry).map(broken -> broken.ofEntry(entry))));
  }
}
