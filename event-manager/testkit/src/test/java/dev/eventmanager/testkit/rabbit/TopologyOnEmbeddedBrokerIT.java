package dev.eventmanager.testkit.rabbit;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;

@WithBroker(BrokerKind.EMBEDDED)
class TopologyOnEmbeddedBrokerIT extends TopologyDeclarations {}
