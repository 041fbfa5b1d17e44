package dev.eventmanager.autoconfigure.database;

import dev.eventmanager.jdbc.inbox.InboxCleaner;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cleans the inbox once an hour, on a thread that nothing waits for. */
final class InboxCleaning implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InboxCleaning.class);

  private final InboxCleaner cleaner;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(InboxCleaning::daemon);

  private InboxCleaning(InboxCleaner cleaner) {
    this.cleaner = cleaner;
  }

  static InboxCleaning start(InboxCleaner cleaner) {
    InboxCleaning cleaning = new InboxCleaning(cleaner);
    cleaning.thread.scheduleWithFixedDelay(cleaning::clean, 1, 60, TimeUnit.MINUTES);
    return cleaning;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void clean() {
    try {
      long forgotten = cleaner.clean();
      LOG.debug("The inbox has forgotten {} events", forgotten);
    } catch (RuntimeException failure) {
      LOG.warn("The inbox could not be cleaned; the next attempt is in an hour", failure);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "event-manager-inbox-cleaner");
    thread.setDaemon(true);
    return thread;
  }
}
