package dev.eventmanager.command.service;

import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.Table;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** A command that asks a service and prints its answer. */
public abstract class EndpointCommand implements Callable<Integer> {

  /** What fits on most terminals; a terminal that says how wide it is gets all of that. */
  private static final int USUAL_WIDTH = 100;

  @Mixin
  private final ServiceOptions service;

  @Mixin
  private final OutputOptions output = new OutputOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  protected EndpointCommand(ServiceOptions service) {
    this.service = service;
  }

  @Override
  public Integer call() throws InterruptedException {
    return run(service.endpoint());
  }

  /** Asks and prints; returns one of {@link ExitStatus}. */
  protected abstract int run(OperationsEndpoint endpoint) throws InterruptedException;

  /** What goes to the person who waits for it. */
  protected final PrintWriter err() {
    return commandLine().getErr();
  }

  protected final CommandLine commandLine() {
    return spec.commandLine();
  }

  /** Prints what there is for a program or, if that is not asked for, for a person. */
  protected final int print(Supplier<JsonNode> forPrograms, Supplier<String> forPeople) {
    String text = output.json() ? forPrograms.get().toPrettyString() : forPeople.get();
    commandLine().getOut().println(text);
    return ExitStatus.DONE;
  }

  public static Table table(String... headings) {
    return new Table(width(), headings);
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    boolean given = columns != null && columns.matches("[1-9][0-9]{1,3}");
    return given ? Integer.parseInt(columns) : USUAL_WIDTH;
  }
}
