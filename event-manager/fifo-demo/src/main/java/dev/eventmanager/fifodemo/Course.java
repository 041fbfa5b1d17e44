package dev.eventmanager.fifodemo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** What happens on one queue, from the first message sent to the last one dealt with. */
final class Course implements Callable<Account> {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final DemoQueue queue;
  private final Settings settings;
  private final Consumer<String> live;
  private final Tally tally = new Tally();
  private volatile boolean over;

  Course(DemoQueue queue, Settings settings, Consumer<String> live) {
    this.queue = queue;
    this.settings = settings;
    this.live = line -> live.accept("%-8s  %s".formatted(queue.kind.label, line));
  }

  @Override
  public Account call() throws Exception {
    var threads = Executors.newCachedThreadPool();
    try {
      return play(threads);
    } finally {
      over = true;
      threads.shutdownNow();
    }
  }

  private Account play(ExecutorService threads) throws Exception {
    long start = System.nanoTime();
    var publishing = start(threads, publishers());
    var subscribing = start(threads, subscribers());
    while (!isOver(publishing) && elapsed(start).compareTo(settings.limit()) < 0) {
      failWith(publishing);
      failWith(subscribing);
      collectDeadLetters();
      Thread.sleep(LOOK_EVERY.toMillis());
    }
    var time = elapsed(start);
    int left = queue.left();
    over = true;
    for (var each : subscribing) {
      each.get();
    }
    return tally.account(left, time);
  }

  private List<Publisher> publishers() {
    return Names.ofPublishers(settings.publishers()).stream()
        .map(name -> new Publisher(name, queue, tally, settings))
        .toList();
  }

  private List<Subscriber> subscribers() {
    var names = Names.ofSubscribers(settings.subscribers());
    return names.stream()
        .map(name -> new Subscriber(
            name, queue, tally, settings, name.equals(names.get(0)), live, () -> over))
        .toList();
  }

  private boolean isOver(List<Future<Void>> publishing) {
    return publishing.stream().allMatch(Future::isDone) && tally.isComplete() && queue.left() == 0;
  }

  private void collectDeadLetters() {
    for (var dead = queue.receiveDead(); dead.isPresent(); dead = queue.receiveDead()) {
      var content = Numbered.of(dead.get().body());
      tally.dead(content);
      live.accept("%s is set aside as a dead letter".formatted(content));
    }
  }

  private static List<Future<Void>> start(
      ExecutorService threads, List<? extends Callable<Void>> people) {
    var started = new ArrayList<Future<Void>>();
    people.forEach(each -> started.add(threads.submit(each)));
    return started;
  }

  /** Tells at once what went wrong with one of them. */
  private static void failWith(List<Future<Void>> people)
      throws InterruptedException, ExecutionException {
    for (var each : people) {
      if (each.isDone()) {
        each.get();
      }
    }
  }

  private static Duration elapsed(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
