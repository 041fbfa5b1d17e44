package dev.eventmanager.rabbit.topology;

import java.util.List;
import java.util.StringJoiner;

/**
 * What applying a plan did. Immutable.
 *
 * @param added what was missing before
 * @param removed the bindings that were named, and are gone
 * @param left how things stand now
 */
public record TopologyChange(List<String> added, List<String> removed, TopologyPlan left) {

  @Override
  public String toString() {
    StringJoiner lines = new StringJoiner("\n");
    added.forEach(each -> lines.add("added " + each));
    removed.forEach(each -> lines.add("removed " + each));
    return lines.add(left.toString()).toString();
  }
}
