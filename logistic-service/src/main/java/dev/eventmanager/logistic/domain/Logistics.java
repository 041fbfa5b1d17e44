package dev.eventmanager.logistic.domain;

import java.util.function.UnaryOperator;

/**
 * Reserves, dispatches and delivers orders. Thread-safe: calls for one order wait for each other.
 *
 * <p>Each method that changes a shipment stores it, moves its stock and announces it in one {@link
 * UnitOfWork}; called a second time it changes nothing.
 */
public final class Logistics {

  private final Shipments shipments;
  private final Depot depot;
  private final LogisticAnnouncements announcements;
  private final UnitOfWork unitOfWork;

  public Logistics(
      Shipments shipments,
      Depot depot,
      LogisticAnnouncements announcements,
      UnitOfWork unitOfWork) {
    this.shipments = shipments;
    this.depot = depot;
    this.announcements = announcements;
    this.unitOfWork = unitOfWork;
  }

  /** An order was placed: set its goods aside, or say what is missing. */
  public void submitted(OrderId orderId, Consignment consignment) {
    advance(orderId, shipment -> shipment.submitted(consignment, depot::reserve));
  }

  /** Billing has settled an order: send it as soon as its goods are set aside. */
  public void settled(OrderId orderId) {
    advance(orderId, Shipment::paid);
  }

  /** An order was refused or charged back: keep it here, or have it sent back if it has left. */
  public void calledOff(OrderId orderId) {
    advance(orderId, Shipment::calledOff);
  }

  /**
   * A shipment has arrived.
   *
   * @throws UnknownOrderException if no event of the order has come yet
   * @throws NotOnItsWayException if it was not dispatched, or is on its way back
   */
  public Shipment delivered(OrderId orderId) {
    find(orderId);
    Shipment shipment = advance(orderId, Shipment::delivered);
    if (shipment.stage() != Shipment.Stage.DELIVERED) {
      throw new NotOnItsWayException(shipment);
    }
    return shipment;
  }

  /**
   * Finds the shipment of an order.
   *
   * @throws UnknownOrderException if no event of the order has come yet
   */
  public Shipment find(OrderId orderId) {
    return shipments.find(orderId).orElseThrow(() -> new UnknownOrderException(orderId));
  }

  private Shipment advance(OrderId orderId, UnaryOperator<Shipment> step) {
    return unitOfWork.execute(() -> proceed(orderId, step));
  }

  private Shipment proceed(OrderId orderId, UnaryOperator<Shipment> step) {
    Shipment before = shipments.lockOrAdd(orderId);
    Shipment after = step.apply(before);
    enter(before, after);
    if (!after.readyToLeave()) {
      return after;
    }
    Shipment leaving = after.dispatched();
    enter(after, leaving);
    return leaving;
  }

  private void enter(Shipment before, Shipment after) {
    if (after.equals(before)) {
      return;
    }
    shipments.save(before, after);
    if (after.stage() != before.stage()) {
      takeEffect(before, after);
    }
  }

  private void takeEffect(Shipment before, Shipment after) {
    switch (after.stage()) {
      case RESERVED -> announcements.reserved(after);
      case SHORT -> announcements.shortage(after);
      case DISPATCHED -> {
        depot.ship(after.goods());
        announcements.dispatched(after);
      }
      case DELIVERED -> announcements.delivered(after);
      case CANCELLED -> {
        if (before.stage() == Shipment.Stage.RESERVED) {
          depot.release(after.goods());
        }
      }
      case AWAITED, RETURNING -> {
        // No stock moves: what returns is counted when it is back in the warehouse.
      }
    }
  }
}
