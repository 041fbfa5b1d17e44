package dev.eventmanager.testkit.rabbit;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;

@WithBroker(BrokerKind.RABBITMQ)
class ParkingOnRabbitMqIT extends ParkingOnAQueue {}
