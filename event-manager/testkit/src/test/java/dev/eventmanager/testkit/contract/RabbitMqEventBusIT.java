package dev.eventmanager.testkit.contract;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;

@WithBroker(BrokerKind.RABBITMQ)
class RabbitMqEventBusIT implements EventBusContract {}
