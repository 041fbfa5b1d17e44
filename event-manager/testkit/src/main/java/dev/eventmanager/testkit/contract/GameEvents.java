package dev.eventmanager.testkit.contract;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;

/** The events of the contract, on an exchange that only one test has. */
final class GameEvents {
  final Exchange exchange;
  final EventType<Move> move;
  final EventType<Resignation> resign;
  final EventType<Draw> draw;
  final EventCatalogue catalogue;

  GameEvents(String exchangeName) {
    exchange = Exchange.topic(exchangeName);
    move = exchange
        .event("move", Move.class)
        .version(2)
        .keyedBy(Move::game)
        .upcasting(1, Move.V1.class, Move.V1::toMove);
    resign = exchange.event("resign", Resignation.class).keyedBy(Resignation::game);
    draw = exchange
        .event("draw", Draw.class)
        .version(2)
        .keyedBy(Draw::game)
        .upcasting(1, Draw.V1.class, Draw.V1::toDraw)
        .downcasting(1, Draw.V1.class, Draw::toV1);
    catalogue = EventCatalogue.of(move, resign, draw);
  }

  /** A pattern or a key on this exchange: {@code on("*.move")} is {@code <exchange>.*.move}. */
  String on(String rest) {
    return exchange.name() + "." + rest;
  }
}
