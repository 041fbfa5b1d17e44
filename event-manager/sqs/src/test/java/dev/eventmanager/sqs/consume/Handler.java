package dev.eventmanager.sqs.consume;

import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is given, and is done with it at once, or when the test says so. */
final class Handler implements DeliveryProcessor {

  private final List<Delivery> begun = new CopyOnWriteArrayList<>();
  private final Map<String, CompletableFuture<Void>> held = new ConcurrentHashMap<>();

  /** This event is in hand until it is {@link #finish}ed. */
  Handler holding(String... ids) {
    for (var id : ids) {
      held.put(id, new CompletableFuture<>());
    }
    return this;
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    begun.add(delivery);
    return held.getOrDefault(id(delivery), CompletableFuture.completedFuture(null));
  }

  void finish(String id) {
    held(id).complete(null);
  }

  /** Nothing is in hand any more. */
  void finishAll() {
    held.values().forEach(each -> each.complete(null));
  }

  /** It fails this time, and not the next. */
  void fail(String id) {
    var failing = held(id);
    held.remove(id);
    failing.completeExceptionally(new IllegalStateException("said the test"));
  }

  List<String> ids() {
    return begun.stream().map(Handler::id).toList();
  }

  List<Delivery> deliveries() {
    return begun;
  }

  private CompletableFuture<Void> held(String id) {
    return held.computeIfAbsent(id, unknown -> {
      throw new IllegalArgumentException(unknown);
    });
  }

  private static String id(Delivery delivery) {
    return delivery.event().metadata().id();
  }
}
