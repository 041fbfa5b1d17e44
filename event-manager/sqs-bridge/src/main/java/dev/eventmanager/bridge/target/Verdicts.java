package dev.eventmanager.bridge.target;

import dev.eventmanager.bridge.target.Verdict.Outage;
import dev.eventmanager.bridge.target.Verdict.Refused;
import dev.eventmanager.bridge.target.Verdict.Split;
import dev.eventmanager.bridge.target.Verdict.TryAgain;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/**
 * Tells from SQS's error what to do. What is not known to be the event's own fault never parks an
 * event: it counts as an outage, which somebody will see and end.
 */
final class Verdicts {

  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  /** The request is at fault; no other code is a reason to set an event aside. */
  private static final Set<String> BLAMES_THE_REQUEST = Set.of(
      "batchrequesttoolong",
      "invalidmessagecontents",
      "invalidparameter",
      "invalidparametervalue",
      "invalidparametercombination",
      "invalidattributename",
      "invalidattributevalue",
      "invalidbatchentryid",
      "missingparameter",
      "validationerror",
      "validationexception");

  /** The queue, the account or its keys are at fault, whoever SQS says is to blame. */
  private static final Set<String> OUTAGES = Set.of(
      "access",
      "kms",
      "queue",
      "nonexistent",
      "notfound",
      "auth",
      "token",
      "signature",
      "security");

  private static final Set<String> THROTTLES = Set.of("throttl", "overlimit", "toomanyrequests");

  private Verdicts() {}

  /** For one entry among the failed ones of a batch that was answered. */
  static Verdict ofEntry(BatchResultErrorEntry failed) {
    return ofEntry(failed.code(), failed.message(), Boolean.TRUE.equals(failed.senderFault()));
  }

  /** As above, for any service that answers so. */
  static Verdict ofEntry(String errorCode, String message, boolean senderFault) {
    var why = "%s: %s".formatted(errorCode, message);
    var code = normalised(errorCode);
    if (containsAny(code, THROTTLES)) {
      return new Outage(why, false, true);
    }
    if (containsAny(code, OUTAGES)) {
      return new Outage(why, false, false);
    }
    return senderFault ? new Refused(why) : new TryAgain(why, false);
  }

  /**
   * For every entry of a request that failed as a whole.
   *
   * @param entries how many it held
   */
  static Verdict ofRequest(Throwable failure, int entries) {
    var cause = unwrapped(failure);
    return cause instanceof AwsServiceException answer
        ? ofAnswer(answer, entries)
        : new Outage(String.valueOf(cause.getMessage()), !certainlyNotSent(cause), false);
  }

  /** For a question that failed, about the target as a whole. */
  static Outage ofProbe(Throwable failure) {
    return ofRequest(failure, 1) instanceof Outage outage
        ? outage
        : new Outage(String.valueOf(failure.getMessage()), false, false);
  }

  /**
   * For a message whose body cannot be stored in S3. An S3 that is away holds up no more than the
   * message's group; one that denies access, or has no such bucket, will take no body at all.
   */
  static Verdict ofClaim(Throwable failure) {
    var cause = unwrapped(failure);
    var why = "its body is too large, and cannot be stored in S3: " + cause.getMessage();
    return cause instanceof AwsServiceException answer
            && answer.statusCode() < SERVER_ERROR
            && !answer.isThrottlingException()
        ? new Outage(why, false, false)
        : new TryAgain(why, false);
  }

  private static Throwable unwrapped(Throwable failure) {
    var wrapped = failure instanceof CompletionException ? failure.getCause() : null;
    return wrapped == null ? failure : wrapped;
  }

  private static Verdict ofAnswer(AwsServiceException answer, int entries) {
    var details = answer.awsErrorDetails();
    var why =
        "%d %s: %s".formatted(answer.statusCode(), details.errorCode(), details.errorMessage());
    var code = normalised(details.errorCode());
    if (BLAMES_THE_REQUEST.contains(code)) {
      return entries > 1 ? new Split(why) : new Refused(why);
    }
    var throttled = answer.isThrottlingException()
        || answer.statusCode() == TOO_MANY_REQUESTS
        || containsAny(code, THROTTLES);
    return new Outage(why, answer.statusCode() >= SERVER_ERROR && !throttled, throttled);
  }

  private static boolean certainlyNotSent(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(c -> c instanceof ConnectException || c instanceof UnknownHostException);
  }

  /** {@code AWS.SimpleQueueService.NonExistentQueue} and {@code KmsDisabledException} alike. */
  private static String normalised(String code) {
    var name = String.valueOf(code);
    return name.substring(name.lastIndexOf('.') + 1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("exception$", "");
  }

  private static boolean containsAny(String code, Set<String> parts) {
    return parts.stream().anyMatch(code::contains);
  }
}
