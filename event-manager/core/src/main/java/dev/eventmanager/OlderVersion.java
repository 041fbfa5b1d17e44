package dev.eventmanager;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A version of an event before the newest.
 *
 * @param type its payload
 * @param upcaster makes the newest payload of it
 * @param downcaster makes it of the newest payload; null where no twin is published in it
 */
record OlderVersion<P, T>(
    Class<P> type,
    Function<? super P, ? extends T> upcaster,
    @Nullable Function<? super T, ?> downcaster) {

  OlderVersion<P, T> downcastBy(Function<? super T, ?> further) {
    return new OlderVersion<>(type, upcaster, further);
  }

  boolean isTwin() {
    return downcaster != null;
  }

  T upcast(Object payload) {
    return upcaster.apply(type.cast(payload));
  }

  P downcast(T payload) {
    return type.cast(Objects.requireNonNull(downcaster, "no twin").apply(payload));
  }
}
