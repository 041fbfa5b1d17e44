package dev.eventmanager.benchmarks.startup;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.contestants.Library;
import dev.eventmanager.benchmarks.contestants.SpringAmqp;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Contestant;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Receipts;
import java.util.Locale;

/** A service whose start is measured. */
enum Candidate {
  SPRING_AMQP(Entrant.SPRING_AMQP_DOCUMENTED, SpringAmqp::new),
  LIBRARY(Entrant.LIBRARY, Library::start),
  LIBRARY_WITH_DATABASE(Entrant.LIBRARY, Library::startWithDatabase);

  private final Entrant entrant;
  private final Contestant.Start start;

  Candidate(Entrant entrant, Contestant.Start start) {
    this.entrant = entrant;
    this.start = start;
  }

  Contestant start(Broker broker, Course course, Receipts receipts) throws Exception {
    return start.start(new Contestant.Place(broker, place(), course, receipts));
  }

  /** The name of its exchange and its queue. */
  String place() {
    return entrant.place();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
