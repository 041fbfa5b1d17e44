package dev.eventmanager.testkit.contract;

/**
 * The whole contract of the event bus. A test class takes it on by implementing it, and overrides
 * as disabled, with the reason, what its broker lacks:
 *
 * <pre>{@code
 * @WithBroker(BrokerKind.RABBITMQ)
 * class RabbitMqEventBusIT implements EventBusContract {}
 * }</pre>
 */
public interface EventBusContract
    extends PublishingContract,
        HandlingContract,
        OrderContract,
        ParkingContract,
        ConnectionLossContract {}
