package dev.eventmanager.testkit.contract;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;

@WithBroker(BrokerKind.EMBEDDED)
class EmbeddedEventBusIT implements EventBusContract {}
