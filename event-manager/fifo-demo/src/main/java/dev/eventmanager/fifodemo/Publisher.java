package dev.eventmanager.fifodemo;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/** Sends numbered messages, one after the other, to groups that its seed draws. */
final class Publisher implements Callable<Void> {

  private final String name;
  private final DemoQueue queue;
  private final Tally tally;
  private final Settings settings;
  private final Random random;

  Publisher(String name, DemoQueue queue, Tally tally, Settings settings) {
    this.name = name;
    this.queue = queue;
    this.tally = tally;
    this.settings = settings;
    this.random = new Random(settings.seed() + name.hashCode());
  }

  @Override
  public Void call() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < settings.messages(); i++) {
      var group = "group-" + (1 + random.nextInt(settings.groups()));
      send(new Numbered(name, group, numbers.merge(group, 1, Integer::sum)));
    }
    return null;
  }

  private void send(Numbered message) {
    for (int copy = 0; copy < settings.copies(); copy++) {
      queue.send(message);
      tally.sent(message);
    }
  }
}
