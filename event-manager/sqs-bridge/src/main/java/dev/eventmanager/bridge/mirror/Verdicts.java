package dev.eventmanager.bridge.mirror;

import dev.eventmanager.bridge.mirror.Verdict.Outage;
import dev.eventmanager.bridge.mirror.Verdict.Refused;
import dev.eventmanager.bridge.mirror.Verdict.Split;
import dev.eventmanager.bridge.mirror.Verdict.TryAgain;
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
      "invalidparametervalue",
      "invalidparametercombination",
      "invalidattributename",
      "invalidattributevalue",
      "invalidbatchentryid",
      "missingparameter",
      "validationerror",
      "validationexception");

  /** The queue, the account or its keys are at fault, whoever SQS says is to blame. */
  private static final Set<String> OUTAGES =
      Set.of("access", "kms", "queue", "nonexistent", "auth", "token", "signature", "security");

  private static final Set<String> THROTTLES = Set.of("throttl", "overlimit", "toomanyrequests");

  private Verdicts() {}

  /** For one entry among the failed ones of a batch that was answered. */
  static Verdict ofEntry(BatchResultErrorEntry failed) {
    var why = "%s: %s".formatted(failed.code(), failed.message());
    var code = normalised(failed.code());
    if (containsAny(code, THROTTLES)) {
      return new Outage(why, false, true);
    }
    if (containsAny(code, OUTAGES)) {
      return new Outage(why, false, false);
    }
    return Boolean.TRUE.equals(failed.senderFault()) ? new Refused(why) : new TryAgain(why, false);
  }

  /**
   * For every entry of a request that failed as a whole.
   *
   * @param entries how many it held
   */
  static Verdict ofRequest(Throwable failure, int entries) {
    var wrapped = failure instanceof CompletionException ? failure.getCause() : null;
    var cause = wrapped == null ? failure : wrapped;
    return cause instanceof AwsServiceException answer
        ? ofAnswer(answer, entries)
        : new Outage(String.valueOf(cause.getMessage()), !certainlyNotSent(cause), false);
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
