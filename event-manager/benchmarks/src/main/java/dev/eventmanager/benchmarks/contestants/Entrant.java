package dev.eventmanager.benchmarks.contestants;

import dev.eventmanager.benchmarks.run.Contestant;
import java.util.Locale;

/** Who runs. */
public enum Entrant {
  LIBRARY(Library::start),
  BARE(BareClient.with(Metadata.NONE)),
  BARE_WITH_PROPERTIES(BareClient.with(Metadata.PROPERTIES)),
  BARE_WITH_HEADERS(BareClient.with(Metadata.HEADERS)),
  BARE_WITH_METADATA(BareClient.with(Metadata.ALL)),
  BARE_AS_LONG(BareClient.with(Metadata.AS_LONG)),
  SPRING_AMQP_DOCUMENTED(SpringAmqp::new),
  SPRING_AMQP_BEST(TunedSpringAmqp::new),
  PERF_TEST(Entrant::perfTest),
  PERF_TEST_WITH_METADATA(Entrant::perfTest);

  private final Contestant.Start start;

  Entrant(Contestant.Start start) {
    this.start = start;
  }

  public Contestant start(Contestant.Place place) throws Exception {
    return start.start(place);
  }

  /** Whether it is a program of its own. */
  public boolean isPerfTest() {
    return this == PERF_TEST || this == PERF_TEST_WITH_METADATA;
  }

  private static Contestant perfTest(Contestant.Place place) {
    throw new IllegalStateException("PerfTest is a program of its own");
  }

  /** The name of its exchange and its queue. */
  public String place() {
    return "end-to-end-" + this;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
