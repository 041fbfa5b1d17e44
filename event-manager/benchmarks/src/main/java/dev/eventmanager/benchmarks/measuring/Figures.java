package dev.eventmanager.benchmarks.measuring;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Figures of one kind, and what they come to. Thread-safe. */
public final class Figures {

  private final ConcurrentLinkedQueue<Double> values = new ConcurrentLinkedQueue<>();

  public void add(double value) {
    values.add(value);
  }

  public void addAll(Figures others) {
    values.addAll(others.values);
  }

  public void clear() {
    values.clear();
  }

  public int count() {
    return values.size();
  }

  public double median() {
    return part(0.5);
  }

  /** The value that so large a part of them does not exceed. */
  public double part(double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) ((sorted.size() - 1) * part));
  }

  /** Such as {@code 4210 (3900 to 4400)}. */
  public String summary() {
    return "%.0f (%.0f to %.0f)".formatted(median(), part(0), part(1));
  }
}
