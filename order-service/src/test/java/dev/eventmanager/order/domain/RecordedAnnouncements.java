package dev.eventmanager.order.domain;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was announced, in words, such as {@code refuse 1001: no tea}. */
public final class RecordedAnnouncements implements OrderAnnouncements {

  private final List<String> announced = new CopyOnWriteArrayList<>();

  @Override
  public void submitted(long orderId, Purchase purchase) {
    announced.add("submit " + orderId + ": " + purchase.total());
  }

  @Override
  public void refused(long orderId, String reason) {
    announced.add("refuse " + orderId + ": " + reason);
  }

  @Override
  public void chargedBack(long orderId, String reason) {
    announced.add("chargeback " + orderId + ": " + reason);
  }

  public List<String> all() {
    return List.copyOf(announced);
  }

  public void clear() {
    announced.clear();
  }
}
