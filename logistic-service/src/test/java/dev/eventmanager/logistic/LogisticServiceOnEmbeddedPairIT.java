package dev.eventmanager.logistic;

import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import org.springframework.test.context.TestPropertySource;

@WithBroker(BrokerKind.EMBEDDED)
@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:logistic-alone;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000")
class LogisticServiceOnEmbeddedPairIT extends LogisticServiceContract {}
