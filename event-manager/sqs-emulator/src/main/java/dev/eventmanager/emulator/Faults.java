package dev.eventmanager.emulator;

import dev.eventmanager.emulator.FaultProxy.Answer;
import dev.eventmanager.emulator.FaultProxy.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Things that go wrong between a client and SQS. */
public final class Faults {

  private static final String MESSAGE = "said the fault proxy";
  private static final Fault NONE = (request, target) -> target.send(request);

  private Faults() {}

  public static Fault none() {
    return NONE;
  }

  /** SQS does what it was asked, and the answer is lost on its way. */
  public static Fault answerLost() {
    return (request, target) -> {
      target.send(request);
      return Answer.NONE;
    };
  }

  /** The request itself is lost on its way. */
  public static Fault requestLost() {
    return (request, target) -> Answer.NONE;
  }

  /** SQS sees the request only after this time. {@link Hold} is for until a test says so. */
  public static Fault requestLate(Duration by) {
    return (request, target) -> {
      LockSupport.parkNanos(by.toNanos());
      return target.send(request);
    };
  }

  /** SQS acts at once, and its answer comes only after this time. */
  public static Fault answerLate(Duration by) {
    return (request, target) -> {
      var answer = target.send(request);
      LockSupport.parkNanos(by.toNanos());
      return answer;
    };
  }

  public static Fault unavailable() {
    return refused(503, "ServiceUnavailable");
  }

  public static Fault throttled() {
    return refused(400, "RequestThrottled");
  }

  /** Who asks may not, or not any more. */
  public static Fault accessDenied() {
    return refused(400, "AccessDeniedException");
  }

  /** The queue is encrypted, and its key is disabled. */
  public static Fault keyDisabled() {
    return refused(400, "KmsDisabled");
  }

  /** Whoever asks may use the queue, and not the key it is encrypted with. */
  public static Fault keyDenied() {
    return refused(400, "KmsAccessDenied");
  }

  public static Fault queueDeleted() {
    return refused(400, "QueueDoesNotExist");
  }

  /** The request as a whole is answered with an error. */
  public static Fault refused(int status, String code) {
    var answer = Errors.request(status, code, MESSAGE);
    return (request, target) -> answer;
  }

  /** Batches of more entries than this are too long. */
  public static Fault tooLongBeyond(int entries) {
    var refusal = refused(400, "BatchRequestTooLong");
    return (request, target) ->
        (EntryFailures.entries(request).size() > entries ? refusal : none()).apply(request, target);
  }

  /** The entry with this body fails, the others get through. */
  public static Fault entryFails(String body, String code, boolean senderFault) {
    return entriesFail(
        entry -> entry.path("MessageBody").asString("").equals(body), code, senderFault);
  }

  /** The entries of a batch, to send, delete or change, that are like this fail. */
  public static Fault entriesFail(Predicate<ObjectNode> like, String code, boolean senderFault) {
    return (request, target) -> EntryFailures.send(
        request,
        target,
        entry -> like.test(entry)
            ? Optional.of(Errors.entry(entry.get("Id").asString(), code, senderFault, MESSAGE))
            : Optional.empty());
  }

  /** Each entry of a batch fails by itself with this chance; SQS may take it the next time. */
  public static Fault someEntriesFail(long seed, double chance) {
    var random = new Random(seed);
    return entriesFail(entry -> random.nextDouble() < chance, "InternalError", false);
  }

  /**
   * With this chance one of the faults, each as likely as another; else none. One seed gives one
   * sequence of draws; which request meets which draw depends on the order in which they come.
   *
   * @param chance from 0 to 1
   */
  public static Fault random(long seed, double chance, Fault... faults) {
    var random = new Random(seed);
    var choice = List.of(faults);
    return (request, target) -> draw(random, chance, choice).apply(request, target);
  }

  private static Fault draw(Random random, double chance, List<Fault> faults) {
    synchronized (random) {
      return random.nextDouble() < chance ? faults.get(random.nextInt(faults.size())) : none();
    }
  }

  /** SQS says it took another body than was sent. */
  public static Fault bodyAltered() {
    return (request, target) -> {
      var answer = new String(target.send(request).body(), StandardCharsets.UTF_8);
      return Answer.of(200, answer.replaceAll("(\"MD5OfMessageBody\":\")[0-9a-f]{4}", "$1beef"));
    };
  }
}
