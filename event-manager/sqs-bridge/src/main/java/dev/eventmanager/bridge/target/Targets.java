package dev.eventmanager.bridge.target;

import dev.eventmanager.bridge.settings.UnusableSettingsException;
import dev.eventmanager.rabbit.connection.NamedThreads;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.connection.UnusableException;
import dev.eventmanager.sqs.queue.FifoQueues;
import dev.eventmanager.sqs.topic.FifoTopics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Opens what routes lead to: a queue by its name, a topic by {@code topic:} and its name or its ARN. */
public final class Targets {
  private static final Logger LOG = LoggerFactory.getLogger(Targets.class);

  private static final String TOPIC = "topic:";
  private static final String ARN = "arn:";

  private final SqsAsyncClient sqs;
  private final FifoQueues queues;
  private final Supplier<SnsAsyncClient> sns;
  private final Optional<ClaimStore> claims;
  private final boolean create;
  private final Executor threads =
      opening -> new NamedThreads("open-target").newThread(opening).start();

  /**
   * Nothing opened yet.
   *
   * @param sns asked for once there is a topic
   */
  Targets(
      SqsAsyncClient sqs,
      FifoQueues queues,
      Supplier<SnsAsyncClient> sns,
      Optional<ClaimStore> claims,
      boolean create) {
    this.sqs = sqs;
    this.queues = queues;
    this.sns = sns;
    this.claims = claims;
    this.create = create;
  }

  /**
   * Finds them, checks them, and makes them where told to; by their names. Blocks. What is away is
   * opened later, as soon as it is back; of several at one service only the first is asked.
   *
   * @throws UnusableException if one cannot be written to
   * @throws UnusableSettingsException if several cannot, with the problems of all
   */
  public Map<String, MirrorTarget> open(Collection<String> names) {
    checkClaims();
    var targets = new LinkedHashMap<String, MirrorTarget>();
    var unusable = new ArrayList<UnusableException>();
    var away = new HashMap<Boolean, UnusableException>();
    for (var name : names) {
      try {
        targets.put(name, openOrAwait(name, away));
      } catch (UnusableException problem) {
        unusable.add(problem);
      }
    }
    failOn(unusable);
    return targets;
  }

  private static void failOn(List<UnusableException> unusable) {
    if (unusable.size() == 1) {
      throw unusable.get(0);
    }
    if (!unusable.isEmpty()) {
      throw new UnusableSettingsException(unusable.stream()
          .map(each -> "%s. %s.".formatted(each.getMessage(), each.remedy()))
          .toList());
    }
  }

  private MirrorTarget openOrAwait(String name, Map<Boolean, UnusableException> away) {
    if (!away.containsKey(isTopic(name))) {
      try {
        return open(name);
      } catch (UnusableException problem) {
        if (!problem.isAway()) {
          throw problem;
        }
        away.put(isTopic(name), problem);
      }
    }
    var why = Objects.requireNonNull(away.get(isTopic(name)));
    return new AwaitedTarget(nameOf(name), why, () -> open(name), threads);
  }

  private static String nameOf(String target) {
    var name = target.substring(target.lastIndexOf(':') + 1);
    return isTopic(target) ? TOPIC + name : name;
  }

  private MirrorTarget open(String name) {
    var target = isTopic(name) ? topic(name) : new SqsTarget(sqs, queues.open(name, create));
    return claims.<MirrorTarget>map(store -> new ClaimingTarget(target, store)).orElse(target);
  }

  /**
   * Asks whether large bodies can be stored, where they are to be. An S3 that is away keeps nothing
   * else from being mirrored, now as later.
   */
  private void checkClaims() {
    try {
      claims.ifPresent(ClaimStore::check);
    } catch (UnusableException problem) {
      if (!problem.isAway()) {
        throw problem;
      }
      LOG.warn("Until S3 is back, events that are too large wait: {}", problem.getMessage());
    }
  }

  /** Whether a route leads to a topic, by what the settings name. */
  public static boolean isTopic(String name) {
    return name.startsWith(TOPIC) || name.startsWith(ARN);
  }

  private MirrorTarget topic(String name) {
    var nameOrArn = name.startsWith(TOPIC) ? name.substring(TOPIC.length()) : name;
    var client = sns.get();
    return new SnsTarget(client, new FifoTopics(client).open(nameOrArn, create));
  }
}
