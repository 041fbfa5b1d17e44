package dev.eventmanager.rabbit.topology;

/**
 * Something that cannot be declared as it should be.
 *
 * @param what exchange, queue or binding, with its name
 * @param declared what the code asks for
 * @param live what the broker has, or its refusal
 * @param advice what to do about it
 */
public record TopologyProblem(String what, String declared, String live, String advice) {

  @Override
  public String toString() {
    return "%s: declared %s, the broker says %s; %s".formatted(what, declared, live, advice);
  }
}
