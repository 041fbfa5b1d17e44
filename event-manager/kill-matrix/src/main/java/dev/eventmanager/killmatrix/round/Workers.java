package dev.eventmanager.killmatrix.round;

import dev.eventmanager.killmatrix.crew.WorkerSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who takes part in a round: publishers, each with its relay, and instances of one consumer. */
final class Workers {

  private static final int PUBLISHERS = 2;
  private static final int CONSUMERS = 3;
  private static final int HEAP_MEGABYTES = 128;

  private final RoundSettings settings;
  private final String brokerAddresses;
  private final String databaseUrl;

  Workers(RoundSettings settings, String brokerAddresses, String databaseUrl) {
    this.settings = settings;
    this.brokerAddresses = brokerAddresses;
    this.databaseUrl = databaseUrl;
  }

  List<WorkerSpec> specs() {
    return Stream.concat(
            many(PUBLISHERS, number -> spec("publisher", number, load())),
            many(CONSUMERS, number -> spec("consumer", number, Map.of())))
        .toList();
  }

  private static Stream<WorkerSpec> many(int count, IntFunction<WorkerSpec> each) {
    return IntStream.rangeClosed(1, count).mapToObj(each);
  }

  private Map<String, String> load() {
    return Map.of(
        "load.threads", "4",
        "load.accounts", "" + RoundDatabase.ACCOUNTS,
        "load.flaky", "0.005",
        "load.broken", "" + settings.broken(),
        "load.rate", "" + settings.ratePerPublisher());
  }

  private WorkerSpec spec(String program, int number, Map<String, String> further) {
    Map<String, String> all = new TreeMap<>(further);
    all.put("spring.application.name", program);
    all.put("spring.rabbitmq.addresses", brokerAddresses);
    all.put("spring.datasource.url", databaseUrl + "&currentSchema=" + program);
    return new WorkerSpec(program + "-" + number, program, HEAP_MEGABYTES, all);
  }
}
