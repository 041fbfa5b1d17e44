package dev.eventmanager.killmatrix.shop;

import dev.eventmanager.local.ShopPorts;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What to do to the shop.
 *
 * @param orders how many to place
 * @param millisBetween how long each of the four customers waits before the next order
 * @param longestPause between two faults
 * @param home the root of the source tree, where the services' jars are
 * @param state where the services keep their logs
 */
public record ShopFireSettings(
    int orders,
    long millisBetween,
    Duration longestPause,
    Path home,
    Path state,
    ShopPorts ports) {}
