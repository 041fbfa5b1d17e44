package dev.eventmanager.killmatrix.round;

import dev.eventmanager.killmatrix.fault.FaultKind;
import dev.eventmanager.killmatrix.reader.Findings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a round.
 *
 * @param replayed how many parked events were replayed, once or more
 * @param problems what broke, or came to a standstill, and where the logs are
 */
public record RoundResult(
    Findings findings,
    Map<FaultKind, Integer> faults,
    long replayed,
    List<String> problems,
    Duration duration) {}
