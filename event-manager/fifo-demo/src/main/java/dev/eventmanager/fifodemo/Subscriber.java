package dev.eventmanager.fifodemo;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes one message at a time, handles it for a while, deletes it. */
final class Subscriber implements Callable<Void> {

  /** The message of its publisher and group that nobody can handle, where there are dead letters. */
  private static final int POISON = 2;

  private final String name;
  private final DemoQueue queue;
  private final Tally tally;
  private final Settings settings;
  private final boolean crashes;
  private final Consumer<String> live;
  private final BooleanSupplier over;
  private final Random random;
  private int handled;

  /** {@code crashes} says whether this is the one that dies, where one is to. */
  Subscriber(
      String name,
      DemoQueue queue,
      Tally tally,
      Settings settings,
      boolean crashes,
      Consumer<String> live,
      BooleanSupplier over) {
    this.name = name;
    this.queue = queue;
    this.tally = tally;
    this.settings = settings;
    this.crashes = crashes;
    this.live = live;
    this.over = over;
    this.random = new Random(settings.seed() + name.hashCode());
  }

  @Override
  public Void call() throws InterruptedException {
    while (!over.getAsBoolean() && !isDead()) {
      var message = queue.receive();
      if (message.isPresent()) {
        take(message.get());
      }
    }
    return null;
  }

  private boolean isDead() {
    return crashes && settings.crash().filter(after -> handled >= after).isPresent();
  }

  private void take(Message message) throws InterruptedException {
    tally.received(message.messageId());
    var content = Numbered.of(message.body());
    Thread.sleep((long) (settings.handling().toMillis() * 2 * random.nextDouble()));
    if (settings.deadLettersAfter().isPresent() && content.number() == POISON) {
      live.accept("%s cannot handle %s, and gives it back".formatted(name, content));
      queue.giveBack(message);
      return;
    }
    handled++;
    live.accept("%s handles %s%s".formatted(name, content, remark(tally.handled(content))));
    if (isDead()) {
      live.accept("%s crashes, before it could delete %s".formatted(name, content));
    } else {
      queue.delete(message);
    }
  }

  private static String remark(Tally.Sighting sighting) {
    return switch (sighting) {
      case IN_ORDER -> "";
      case OUT_OF_ORDER -> "  <-- OUT OF ORDER: a later one was handled before";
      case AGAIN -> "  <-- AGAIN: it was handled before";
    };
  }
}
