package dev.eventmanager.command.explain;

import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.explain.Explainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "event",
    sortOptions = false,
    description = "Where an event goes, in each of its versions.")
final class EventCommand extends ExplainCommand {

  @Parameters(
      paramLabel = "EVENT",
      description = "Exchange and name of the event, such as order.submit.")
  private String event = "";

  EventCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  String path() {
    return "/explain/event/" + encoded(event);
  }

  @Override
  Object explain(Explainer explainer) {
    return explainer.event(event);
  }
}
