package dev.eventmanager.command.explain;

import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.explain.Explainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "queue",
    sortOptions = false,
    description = "What can reach a queue, and by which binding.")
final class QueueCommand extends ExplainCommand {

  @Parameters(paramLabel = "QUEUE", description = "The queue, such as billing_order.")
  private String queue = "";

  QueueCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  String path() {
    return "/explain/queue/" + encoded(queue);
  }

  @Override
  Object explain(Explainer explainer) {
    return explainer.queue(queue);
  }
}
