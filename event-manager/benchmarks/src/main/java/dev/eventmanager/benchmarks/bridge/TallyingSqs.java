package dev.eventmanager.benchmarks.bridge;

import dev.eventmanager.emulator.EntryFailures;
import dev.eventmanager.emulator.FaultProxy.Answer;
import dev.eventmanager.emulator.FaultProxy.Fault;
import dev.eventmanager.emulator.FaultProxy.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes batches in the place of an emulator, answers as SQS does, and keeps a tally of each queue.
 * Thread-safe.
 *
 * <p>ElasticMQ copies, for each message, the list of all that a queue has taken within five minutes:
 * it would be measured, and ever slower, instead of who sends to it.
 */
final class TallyingSqs implements Fault {

  private final JsonMapper json = new JsonMapper();
  private final Map<String, TallyKeeping> queues = new ConcurrentHashMap<>();
  private final AtomicLong sequence = new AtomicLong();
  private final Duration roundTrip;
  private final boolean handsOn;

  /**
   * Nothing taken yet.
   *
   * @param roundTrip how long an answer is on its way
   * @param handsOn whether the batches go on to the emulator, whose answer counts
   */
  TallyingSqs(Duration roundTrip, boolean handsOn) {
    this.roundTrip = roundTrip;
    this.handsOn = handsOn;
  }

  /** What came for a queue. */
  TallyKeeping of(String queue) {
    return queues.computeIfAbsent(queue, each -> new TallyKeeping());
  }

  @Override
  public Answer apply(ObjectNode request, Target target) {
    Answer answer = handsOn ? target.send(request) : taken(request);
    if (answer.isSuccess()) {
      String url = request.get("QueueUrl").asString();
      of(url.substring(url.lastIndexOf('/') + 1))
          .take(EntryFailures.entries(request), System.currentTimeMillis());
    }
    LockSupport.parkNanos(roundTrip.toNanos());
    return answer;
  }

  private Answer taken(ObjectNode request) {
    ObjectNode answer = json.createObjectNode();
    var successful = answer.putArray("Successful");
    for (JsonNode entry : EntryFailures.entries(request)) {
      String number = String.valueOf(sequence.incrementAndGet());
      successful
          .addObject()
          .put("Id", entry.get("Id").asString())
          .put("MessageId", "message-" + number)
          .put("SequenceNumber", number)
          .put("MD5OfMessageBody", md5(entry.get("MessageBody").asString()));
    }
    return new Answer(200, json.writeValueAsBytes(answer));
  }

  private static String md5(String body) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
