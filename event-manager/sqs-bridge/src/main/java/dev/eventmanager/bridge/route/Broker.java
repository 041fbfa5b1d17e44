package dev.eventmanager.bridge.route;

import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.message.EventMessageReader;

/** What a route needs of the broker's side; owned by whoever made it. */
public record Broker(
    BrokerConnections connections, EventMessageReader reader, ParkedEvents parkedEvents) {}
