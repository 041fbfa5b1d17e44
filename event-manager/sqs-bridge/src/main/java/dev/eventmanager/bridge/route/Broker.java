package dev.eventmanager.bridge.route;

import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;

/** What routes need of the broker's side; owned by whoever made it. */
public record Broker(
    BrokerConnections connections,
    TopologyDeclarer topology,
    EventMessageReader reader,
    ConsumerSettings settings) {}
