package dev.eventmanager.bridge;

import dev.eventmanager.bridge.ledger.IntentLedger;
import dev.eventmanager.bridge.ledger.JdbcLedger;
import dev.eventmanager.bridge.ledger.LedgerCleaner;
import dev.eventmanager.bridge.settings.BridgeProperties;
import dev.eventmanager.bridge.target.MirrorTarget;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** The ledgers of all mirrors, which forget what is old. */
@Component
@DependsOn("bridgeSchema")
class Ledgers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ledgers.class);
  private static final long MINUTES_BETWEEN_CLEANINGS = 5;

  private final DataSource dataSource;
  private final Clock clock;
  private final LedgerCleaner cleaner;
  private final ScheduledExecutorService cleaning =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "ledger-cleaning"));

  Ledgers(DataSource dataSource, BridgeProperties properties, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.cleaner = new LedgerCleaner(dataSource, properties.ledger().retention(), clock);
    cleaning.scheduleWithFixedDelay(
        this::clean, MINUTES_BETWEEN_CLEANINGS, MINUTES_BETWEEN_CLEANINGS, TimeUnit.MINUTES);
  }

  /** A ledger for one mirror to this target. */
  IntentLedger of(MirrorTarget target) {
    return new JdbcLedger(dataSource, target.name(), clock);
  }

  @Override
  public void close() {
    cleaning.shutdownNow();
  }

  private void clean() {
    try {
      cleaner.clean();
    } catch (RuntimeException away) {
      LOG.warn("Old receipts cannot be forgotten now; tried again in some minutes", away);
    }
  }
}
