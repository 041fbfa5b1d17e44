package dev.eventmanager.rabbit.parking;

import dev.eventmanager.handling.ParkedEvent;
import java.util.HashMap;
import java.util.Map;

/** What the headers of a parked event say besides those it had. */
final class ParkedHeaders {

  static final String QUEUE = "parked:queue";
  static final String EXCHANGE = "parked:exchange";
  static final String ROUTING_KEY = "parked:routingkey";
  static final String REASON = "parked:reason";
  static final String EXPLANATION = "parked:explanation";
  static final String ATTEMPTS = "parked:attempts";
  static final String FIRST_FAILED_AT = "parked:firstfailedat";
  static final String LAST_FAILED_AT = "parked:lastfailedat";

  /** All headers together must fit into one frame. */
  private static final int LONGEST_EXPLANATION = 2_000;

  private ParkedHeaders() {}

  static Map<String, Object> of(ParkedEvent parked) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(QUEUE, parked.queue());
    headers.put(EXCHANGE, parked.event().metadata().exchange());
    headers.put(ROUTING_KEY, parked.event().metadata().routingKey());
    headers.put(REASON, parked.reason().name());
    headers.put(EXPLANATION, shortened(parked.explanation()));
    headers.put(ATTEMPTS, parked.attempts());
    headers.put(FIRST_FAILED_AT, parked.firstFailedAt().toString());
    headers.put(LAST_FAILED_AT, parked.lastFailedAt().toString());
    return headers;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_EXPLANATION ? text : text.substring(0, LONGEST_EXPLANATION);
  }
}
