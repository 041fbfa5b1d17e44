package dev.eventmanager.sqs.connection;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Tells an endpoint that is away from one that answered: what is away may be back with nothing
 * changed here, so it is waited for. Whoever is refused, or has no credentials to ask with, has to
 * change something.
 */
public final class Away {
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private Away() {}

  /** Whether the request failed since nobody answered it, or nobody who could deal with it now. */
  public static boolean isReasonOf(@Nullable Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(Away::isItself);
  }

  private static boolean isItself(Throwable failure) {
    return failure instanceof AwsServiceException answer
        ? isBusy(answer)
        : failure instanceof IOException
            || failure instanceof TimeoutException
            || failure instanceof ApiCallTimeoutException
            || failure instanceof ApiCallAttemptTimeoutException;
  }

  private static boolean isBusy(AwsServiceException answer) {
    return answer.statusCode() >= SERVER_ERROR
        || answer.statusCode() == TOO_MANY_REQUESTS
        || answer.isThrottlingException();
  }
}
