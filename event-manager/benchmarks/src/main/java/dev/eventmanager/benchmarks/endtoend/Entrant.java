package dev.eventmanager.benchmarks.endtoend;

import java.util.Locale;

/** Who runs. */
enum Entrant {
  LIBRARY(Library::start),
  BARE(BareClient::start),
  BARE_WITH_METADATA(BareClient::startWithMetadata),
  SPRING_AMQP_DOCUMENTED(SpringAmqp::new),
  SPRING_AMQP_BEST(TunedSpringAmqp::new),
  PERF_TEST(place -> {
    throw new IllegalStateException("PerfTest is a program of its own");
  });

  private final Contestant.Start start;

  Entrant(Contestant.Start start) {
    this.start = start;
  }

  Contestant start(Contestant.Place place) throws Exception {
    return start.start(place);
  }

  /** The name of its exchange and its queue. */
  String place() {
    return "end-to-end-" + this;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
