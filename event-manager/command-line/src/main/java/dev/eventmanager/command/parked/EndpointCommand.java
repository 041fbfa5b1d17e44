package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.Table;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** A command that asks a service and prints its answer. */
abstract class EndpointCommand implements Callable<Integer> {

  /** What fits on most terminals; a terminal that says how wide it is gets all of that. */
  private static final int USUAL_WIDTH = 100;

  @Mixin
  private final ServiceOptions service;

  @Mixin
  private final OutputOptions output = new OutputOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  EndpointCommand(ServiceOptions service) {
    this.service = service;
  }

  @Override
  public Integer call() throws InterruptedException {
    return run(service.endpoint());
  }

  /** Asks and prints; returns one of {@link ExitStatus}. */
  abstract int run(OperationsEndpoint endpoint) throws InterruptedException;

  /** What goes to the person who waits for it. */
  final PrintWriter err() {
    return commandLine().getErr();
  }

  final CommandLine commandLine() {
    return spec.commandLine();
  }

  final int print(JsonNode answer, String text) {
    commandLine().getOut().println(output.json() ? answer.toPrettyString() : text);
    return ExitStatus.DONE;
  }

  static Table table(String... headings) {
    return new Table(width(), headings);
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    boolean given = columns != null && columns.matches("[1-9][0-9]{1,3}");
    return given ? Integer.parseInt(columns) : USUAL_WIDTH;
  }
}
