package dev.eventmanager.handling;

import dev.eventmanager.EventMetadata;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Handles an event once for a queue though twins of it come in versions that are all read; for
 * services without an inbox, which knows. Thread-safe.
 *
 * <p>It remembers the latest originals whose handler this process called. After a restart, between
 * an original and its twin, the twin is handled as well: without an inbox handling is at least once.
 */
public final class TwinsInMemory implements HandlingInterceptor {

  /** A twin comes right behind its original; between the two is what other keys and retries bring. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, String> handled = Collections.synchronizedMap(new Latest());

  @Override
  public void intercept(Handling handling, Invocation next) throws Exception {
    EventMetadata metadata = handling.event().metadata();
    if (metadata.twins().isEmpty() || isFirst(handling.delivery().queue(), metadata)) {
      next.proceed();
    }
  }

  private boolean isFirst(String queue, EventMetadata metadata) {
    String first = handled.putIfAbsent(queue + " " + metadata.originalId(), metadata.id());
    return first == null || first.equals(metadata.id());
  }

  private static final class Latest extends LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > REMEMBERED;
    }
  }
}
