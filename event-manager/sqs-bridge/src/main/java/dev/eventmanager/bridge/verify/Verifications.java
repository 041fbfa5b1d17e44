package dev.eventmanager.bridge.verify;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Compares both sides of routes, one after the other on a thread of its own, and remembers the last
 * results. It takes some 125 bytes for each event of a window. Thread-safe.
 */
public final class Verifications implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
  private static final int REMEMBERED = 10;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "verify"));
  private final Map<String, Verification> last = new LinkedHashMap<>();
  private final DataSource dataSource;
  private final SqsAsyncClient sqs;
  private final Clock clock;
  private int begun = 0;

  /**
   * Verifications of a bridge. Closing it closes none of what it is given.
   *
   * @param dataSource the bridge's database
   * @param clock tells when now is
   */
  public Verifications(DataSource dataSource, SqsAsyncClient sqs, Clock clock) {
    this.dataSource = dataSource;
    this.sqs = sqs;
    this.clock = clock;
  }

  /** Begins one; it waits for those that were begun before. Returns at once. */
  public Verification begin(VerifiedRoute route, VerificationRequest asked) {
    var verification = note(Verification.begun(nextId(), route));
    thread.execute(() -> note(run(verification, asked)));
    return verification;
  }

  private Verification run(Verification verification, VerificationRequest asked) {
    try {
      var route = verification.route();
      var verifier = new Verifier(
          route.stream(),
          route.toBeMirrored(),
          new KeptAside(dataSource, route.queue())::now,
          clock);
      return verification.done(verifier.verify(asked, mirrorOf(route, asked)));
    } catch (RuntimeException failure) {
      LOG.warn("{} could not be verified", verification.route().target(), failure);
      return verification.failed(String.valueOf(failure.getMessage()));
    }
  }

  private MirrorSide mirrorOf(VerifiedRoute route, VerificationRequest asked) {
    return asked
        .queue()
        .<MirrorSide>map(queue -> new AuditQueue(sqs, queue, route.stream()))
        .orElseGet(() -> new Receipts(dataSource, route.target()));
  }

  /** One of the last, by its id. */
  public Optional<Verification> find(String id) {
    synchronized (last) {
      return Optional.ofNullable(last.get(id));
    }
  }

  private String nextId() {
    synchronized (last) {
      begun++;
      return String.valueOf(begun);
    }
  }

  private Verification note(Verification verification) {
    synchronized (last) {
      last.put(verification.id(), verification);
      if (last.size() > REMEMBERED) {
        last.remove(last.keySet().iterator().next());
      }
      return verification;
    }
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
