package dev.eventmanager.bridge;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;

/** The same on the broker that ./run embeds. */
@WithBroker(BrokerKind.EMBEDDED)
class BridgeOnEmbeddedBrokerIT extends BridgeIT {}
