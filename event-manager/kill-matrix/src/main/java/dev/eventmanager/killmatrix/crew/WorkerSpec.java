package dev.eventmanager.killmatrix.crew;

import java.util.Map;

/**
 * What to start.
 *
 * @param name its own, such as {@code consumer-2}
 * @param program {@code publisher} or {@code consumer}
 * @param settings of Spring
 */
public record WorkerSpec(
    String name, String program, int heapMegabytes, Map<String, String> settings) {}
