package dev.eventmanager.sqs.consume;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.sqs.loop.BackOff;
import dev.eventmanager.sqs.loop.Loop;
import dev.eventmanager.sqs.mapping.UnreadableMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What was received and is not deleted yet: goes to the processor, one of a group at a time, and then
 * to its deletion, or back to the queue. Confined to the consumer's thread.
 */
final class Reception implements Polls.Taker, Deletions.Outcome {

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  private final String queue;
  private final Duration visibilityTimeout;
  private final EventReader reader;
  private final DeliveryProcessor processor;
  private final Consumer<ConsumerIncident> incidents;
  private final Loop loop;
  private final Visibility visibility;
  private final Deletions deletions;
  private final DeadLetters deadLetters;
  private final Map<String, Hold> held = new LinkedHashMap<>();
  private final Lanes lanes = new Lanes();
  private final Set<Hold> resting = new HashSet<>();
  private final Past past = new Past();
  private boolean taking = false;

  Reception(
      SqsAsyncClient sqs,
      QueueAddress queue,
      Duration visibilityTimeout,
      EventReader reader,
      DeliveryProcessor processor,
      Consumer<ConsumerIncident> incidents,
      Loop loop) {
    this.queue = queue.name();
    this.visibilityTimeout = visibilityTimeout;
    this.reader = reader;
    this.processor = processor;
    this.incidents = incidents;
    this.loop = loop;
    this.visibility = new Visibility(sqs, queue, visibilityTimeout, loop);
    this.deadLetters = new DeadLetters(sqs, queue);
    this.deletions = new Deletions(sqs, queue, loop, this);
  }

  void start() {
    taking = true;
  }

  /** Begins with nothing more and gives back what waits, for its turn or for a further attempt. */
  void stop() {
    taking = false;
    List.copyOf(resting).forEach(this::giveBack);
    resting.clear();
    lanes.groups().forEach(this::giveBackWaiting);
  }

  int size() {
    return held.size();
  }

  /** How many messages are being processed. */
  int inHand() {
    return lanes.busy();
  }

  /** Whether anything is being processed, deleted or given back. */
  boolean isBusy() {
    return inHand() > 0 || deletions.areUnderWay() || visibility.isGivingBack();
  }

  /** Nothing that is held now is ours any more. */
  void loseAll() {
    held.values().forEach(Hold::lose);
  }

  @Override
  public void take(List<Message> messages, long askedAt) {
    for (var message : messages) {
      var known = held.get(message.messageId());
      if (known == null) {
        take(new Hold(message, askedAt, visibilityTimeout));
      } else {
        known.receivedAgain(message, askedAt, visibilityTimeout);
      }
    }
    if (!taking) {
      lanes.groups().forEach(this::giveBackWaiting);
    }
  }

  private void take(Hold hold) {
    held.put(hold.id(), hold);
    if (past.wasDealtWith(hold)) {
      deletions.add(hold);
    } else if (lanes.enter(hold)) {
      begin(hold);
    }
  }

  private void begin(Hold hold) {
    if (!taking || !hold.isOurs()) {
      giveBack(hold);
    } else {
      answer(hold).whenComplete((done, failure) -> loop.run(() -> finished(hold, failure)));
    }
  }

  private CompletableFuture<@Nullable Void> answer(Hold hold) {
    try {
      return reader
          .read(hold.message())
          .thenCompose(event -> processor.process(delivery(hold, event)));
    } catch (Throwable failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private Delivery delivery(Hold hold, EncodedEvent event) {
    return new Delivery(queue, event, hold.timesReceived() > 1, past.timesLost(hold), hold::isOurs);
  }

  private void finished(Hold hold, @Nullable Throwable failure) {
    if (failure != null) {
      failed(hold, Refusals.causeOf(failure));
      return;
    }
    done(hold);
  }

  private void done(Hold hold) {
    deletions.add(hold);
    var next = lanes.leave(hold.group());
    if (next != null) {
      begin(next);
    }
  }

  private void failed(Hold hold, @Nullable Throwable failure) {
    if (!hold.isOurs()) {
      giveBack(hold);
    } else if (failure instanceof UnreadableMessageException unreadable) {
      setAside(hold, unreadable);
    } else {
      tryAgain(hold, failure);
    }
  }

  /** What waits behind it goes on once it stands elsewhere. */
  private void setAside(Hold hold, UnreadableMessageException unreadable) {
    LOG.error("To the dead letters of {}: {}", queue, unreadable.getMessage());
    deadLetters
        .add(hold.message())
        .whenComplete((added, failure) -> loop.run(() -> {
          if (failure == null) {
            incidents.accept(ConsumerIncident.UNREADABLE);
            done(hold);
          } else {
            failed(hold, Refusals.causeOf(failure));
          }
        }));
  }

  /**
   * Held meanwhile: if it went back, with all behind it, each turn would count as a receipt of theirs
   * too, until the redrive policy took them all.
   */
  private void tryAgain(Hold hold, @Nullable Throwable failure) {
    var delay = BACK_OFF.after(hold.failed());
    LOG.warn(
        "The SQS message {} of {} could not be processed, and is tried again in {} s",
        hold.id(),
        queue,
        delay.toSeconds(),
        failure);
    resting.add(hold);
    loop.runLater(delay, () -> {
      if (resting.remove(hold)) {
        begin(hold);
      }
    });
  }

  /** With all behind it in its group. */
  private void giveBack(Hold first) {
    var all = new ArrayList<Hold>();
    all.add(first);
    all.addAll(lanes.takeWaiting(first.group()));
    lanes.leave(first.group());
    giveBack(all);
  }

  private void giveBackWaiting(String group) {
    giveBack(lanes.takeWaiting(group));
  }

  private void giveBack(List<Hold> inOrder) {
    inOrder.forEach(hold -> {
      held.remove(hold.id());
      past.gaveBack(hold);
      incidents.accept(ConsumerIncident.GIVEN_BACK);
    });
    visibility.giveBack(inOrder.stream().filter(Hold::isOurs).toList());
    inOrder.forEach(Hold::lose);
  }

  /** Says of everything that is held that this consumer is alive. */
  void beat() {
    var all = List.copyOf(held.values());
    all.stream().filter(hold -> !hold.isOurs()).forEach(this::lost);
    visibility.extend(all.stream().filter(Hold::isOurs).toList(), this::lost);
  }

  /** What waits behind it would overtake it, now that somebody else may get it. */
  private void lost(Hold hold) {
    if (hold.lose()) {
      incidents.accept(ConsumerIncident.LOST);
      LOG.warn("The SQS message {} of {} was held for too long", hold.id(), queue);
    }
    giveBackWaiting(hold.group());
  }

  @Override
  public void deleted(Hold hold) {
    held.remove(hold.id());
    past.forget(hold);
  }

  @Override
  public void notDeleted(Hold hold) {
    held.remove(hold.id());
    past.dealtWith(hold);
    incidents.accept(ConsumerIncident.NOT_DELETED);
  }
}
