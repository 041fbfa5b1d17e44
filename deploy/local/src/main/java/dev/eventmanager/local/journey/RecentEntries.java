package dev.eventmanager.local.journey;

import java.util.LinkedHashMap;
import java.util.Map;

/** The latest ten thousand entries, so that a shop may stay open for long. Not thread-safe. */
final class RecentEntries<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private static final int LIMIT = 10_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > LIMIT;
  }
}
