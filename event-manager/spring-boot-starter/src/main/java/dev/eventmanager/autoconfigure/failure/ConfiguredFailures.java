package dev.eventmanager.autoconfigure.failure;

import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.autoconfigure.EventManagerProperties.Retry;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.handling.FailureClass;
import dev.eventmanager.handling.FailureClassifier;
import dev.eventmanager.jdbc.failure.DatabaseAway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the failure and its causes, the outermost first: a {@link PermanentFailureException} and
 * what the service names as such are not retried, a database that is away and what the service names
 * as such pause, and all else is retried. Thread-safe.
 */
public final class ConfiguredFailures implements FailureClassifier {

  private static final int DEEPEST_CAUSE = 50;

  private final List<Class<?>> notRetried;
  private final List<Class<?>> pausing;
  private final DatabaseAway databaseAway = new DatabaseAway();

  private ConfiguredFailures(List<Class<?>> notRetried, List<Class<?>> pausing) {
    this.notRetried = notRetried;
    this.pausing = pausing;
  }

  /**
   * The failures of a service.
   *
   * @throws StartUpException naming every setting that is no exception's class
   */
  public static ConfiguredFailures of(Retry settings, @Nullable ClassLoader classes) {
    List<String> problems = new ArrayList<>();
    FailureNames names = new FailureNames(classes, problems);
    ConfiguredFailures failures = new ConfiguredFailures(
        names.resolve("event-manager.consumer.retry.not-retried", settings.notRetried()),
        names.resolve("event-manager.consumer.retry.pausing", settings.pausing()));
    if (!problems.isEmpty()) {
      throw new StartUpException(problems);
    }
    return failures;
  }

  @Override
  public FailureClass classify(Throwable failure) {
    return causesOf(failure)
        .flatMap(each -> classOf(each).stream())
        .findFirst()
        .orElseGet(
            () -> isDatabaseAwayBeside(failure) ? FailureClass.PAUSING : FailureClass.RETRIED);
  }

  private Optional<FailureClass> classOf(Throwable failure) {
    if (failure instanceof PermanentFailureException || isOneOf(notRetried, failure)) {
      return Optional.of(FailureClass.NOT_RETRIED);
    }
    return isOneOf(pausing, failure) || databaseAway.isMeantBy(failure)
        ? Optional.of(FailureClass.PAUSING)
        : Optional.empty();
  }

  /** A handler may keep the cause to itself; then the failed rollback tells. */
  private boolean isDatabaseAwayBeside(Throwable failure) {
    return Stream.of(failure.getSuppressed())
        .flatMap(ConfiguredFailures::causesOf)
        .anyMatch(databaseAway::isMeantBy);
  }

  /** Bounded, since causes may go round in a circle. */
  private static Stream<Throwable> causesOf(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause).limit(DEEPEST_CAUSE);
  }

  private static boolean isOneOf(List<Class<?>> classes, Throwable failure) {
    return classes.stream().anyMatch(each -> each.isInstance(failure));
  }
}
