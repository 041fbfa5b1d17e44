package dev.eventmanager.fifodemo;

import java.util.List;

/** What publishers and subscribers are called. */
final class Names {

  private static final List<String> PUBLISHERS = List.of(
      "Ada",
      "Grace",
      "Edsger",
      "Barbara",
      "Alan",
      "Frances",
      "Donald",
      "Margaret",
      "Niklaus",
      "Radia");
  private static final List<String> SUBSCRIBERS = List.of(
      "Linus", "Hedy", "Ken", "Joan", "Dennis", "Katherine", "Tim", "Mary", "Leslie", "Karen");

  static final int MOST = PUBLISHERS.size();

  private Names() {}

  static List<String> ofPublishers(int count) {
    return PUBLISHERS.subList(0, count);
  }

  static List<String> ofSubscribers(int count) {
    return SUBSCRIBERS.subList(0, count);
  }
}
