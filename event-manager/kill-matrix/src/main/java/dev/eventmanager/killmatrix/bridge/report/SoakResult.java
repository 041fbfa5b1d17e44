package dev.eventmanager.killmatrix.bridge.report;

import dev.eventmanager.killmatrix.bridge.fault.Mishap;
import dev.eventmanager.killmatrix.bridge.fault.SoakFault;
import dev.eventmanager.killmatrix.reader.mirror.MirrorInvariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of a soak.
 *
 * @param command how to run it again
 * @param events how many were published
 * @param groups of how many message groups
 * @param received how many different ones came out of SQS
 * @param faults how often each was injected
 * @param mishaps how many requests each befell
 * @param broken how often each invariant was
 * @param publishedAgain how often the publisher repeated one that was not confirmed
 * @param starts how many processes of the bridge were started
 * @param inDoubt how many events the ledger says were sent as possible duplicates
 * @param flagged how many messages were marked as possible duplicates
 * @param copies how many of those were second copies
 * @param parked how many events were parked at the end, those that SQS refused and those behind
 * @param seconds how long it took
 * @param processors of the machine
 * @param problems what was found, for people; empty where every promise held
 * @param finished when it ended
 */
public record SoakResult(
    String command,
    long seed,
    long events,
    int groups,
    long received,
    Map<SoakFault, Integer> faults,
    Map<Mishap, Integer> mishaps,
    Map<MirrorInvariant, Long> broken,
    long publishedAgain,
    int starts,
    long inDoubt,
    long flagged,
    long copies,
    long parked,
    long seconds,
    int processors,
    List<String> problems,
    Instant finished) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Whether every promise held. */
  public boolean isClean() {
    return problems.isEmpty();
  }

  /** Writes it as JSON, replacing what is there. */
  public void write(Path path) throws IOException {
    Files.writeString(path, JSON.writeValueAsString(this) + "\n");
  }

  /** In a line, for people. */
  public String summary() {
    return "%,d events of %,d groups, %,d received, %s; %,d parked and released, %d in doubt, %d"
            .formatted(events, groups, received, broken, parked, inDoubt, flagged)
        + " messages flagged, %d of them copies; seed %d".formatted(copies, seed);
  }
}
