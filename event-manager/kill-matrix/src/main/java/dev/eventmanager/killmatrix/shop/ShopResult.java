package dev.eventmanager.killmatrix.shop;

import java.time.Duration;
import java.util.List;

/**
 * What came of it.
 *
 * @param orders how many the shop accepted
 * @param violations what does not agree, an order or a sum each
 * @param faults how many were injected
 */
public record ShopResult(int orders, List<String> violations, int faults, Duration duration) {}
