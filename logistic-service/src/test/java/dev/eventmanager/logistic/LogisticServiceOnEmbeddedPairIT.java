package dev.eventmanager.logistic;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;

/** On the broker and the database of {@code ./run} without settings. */
@WithBroker(BrokerKind.EMBEDDED)
class LogisticServiceOnEmbeddedPairIT extends LogisticServiceContract {}
