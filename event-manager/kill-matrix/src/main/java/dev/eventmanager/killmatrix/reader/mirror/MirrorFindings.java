package dev.eventmanager.killmatrix.reader.mirror;

import java.util.List;
import java.util.Map;

/**
 * What came of the events.
 *
 * @param received how many different ones
 * @param flagged how many messages were marked as possible duplicates
 * @param copies how many of those were second copies indeed
 * @param receivedAgain how often SQS gave a message out again, since its clock had moved on
 * @param broken how often each invariant was, where it was
 * @param examples the first violations
 */
public record MirrorFindings(
    long received,
    long flagged,
    long copies,
    long receivedAgain,
    Map<MirrorInvariant, Long> broken,
    List<String> examples) {}
