package dev.eventmanager.logistic.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one shipment of an order. Immutable: each step answers the shipment as it stands afterwards,
 * and a step that comes twice, or too late to matter, answers the same shipment.
 *
 * <p>Events of an order reach us over different queues and so in any order: a settlement may come
 * before the order it settles, and a cancellation before the order it cancels. Each leaves its mark
 * for the others to find.
 *
 * @param settled whether billing has settled the order
 * @param consignment what to send; empty until the order itself has come
 * @param missing what stock lacked; empty unless {@link Stage#SHORT}
 */
public record Shipment(
    OrderId orderId,
    Stage stage,
    boolean settled,
    Optional<Consignment> consignment,
    List<Missing> missing) {

  /** How far a shipment has come. */
  public enum Stage {
    /** The order itself has not come yet. */
    AWAITED,
    /** Its goods are set aside; it leaves once billing has settled it. */
    RESERVED,
    /** Stock did not suffice; nothing was set aside. */
    SHORT,
    /** Called off before it left; its goods are in stock again. */
    CANCELLED,
    /** On its way. */
    DISPATCHED,
    /** Arrived. */
    DELIVERED,
    /** Called off after it left: it is to be sent back. */
    RETURNING
  }

  /** The shipment of an order of which nothing is known yet. */
  public static Shipment awaited(OrderId orderId) {
    return new Shipment(orderId, Stage.AWAITED, false, Optional.empty(), List.of());
  }

  /** Its number on the parcel. */
  public String id() {
    return "s-" + orderId;
  }

  /**
   * The order has come.
   *
   * @param reserve sets the goods aside, or answers what is missing; asked only when they are still
   *     wanted
   */
  Shipment submitted(Consignment asked, Function<Goods, List<Missing>> reserve) {
    if (consignment.isPresent()) {
      return this;
    }
    if (stage == Stage.CANCELLED) {
      return new Shipment(orderId, stage, settled, Optional.of(asked), missing);
    }
    List<Missing> lacking = reserve.apply(asked.goods());
    Stage next = lacking.isEmpty() ? Stage.RESERVED : Stage.SHORT;
    return new Shipment(orderId, next, settled, Optional.of(asked), lacking);
  }

  Shipment paid() {
    return new Shipment(orderId, stage, true, consignment, missing);
  }

  Shipment calledOff() {
    return switch (stage) {
      case AWAITED, RESERVED -> at(Stage.CANCELLED);
      case DISPATCHED, DELIVERED -> at(Stage.RETURNING);
      case SHORT, CANCELLED, RETURNING -> this;
    };
  }

  Shipment delivered() {
    return stage == Stage.DISPATCHED ? at(Stage.DELIVERED) : this;
  }

  boolean readyToLeave() {
    return stage == Stage.RESERVED && settled;
  }

  Shipment dispatched() {
    return at(Stage.DISPATCHED);
  }

  /** Its goods; none as long as the order itself has not come. */
  public Goods goods() {
    return consignment.map(Consignment::goods).orElseGet(Goods::none);
  }

  private Shipment at(Stage next) {
    return new Shipment(orderId, next, settled, consignment, missing);
  }
}
