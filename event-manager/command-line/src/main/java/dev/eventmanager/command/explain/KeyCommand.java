package dev.eventmanager.command.explain;

import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.explain.Explainer;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "key",
    sortOptions = false,
    description = "What each binding of each queue says to a routing key.")
final class KeyCommand extends ExplainCommand {

  @Parameters(paramLabel = "KEY", description = "The routing key, such as order.v2.submit.")
  private String key = "";

  @Option(
      names = "--exchange",
      paramLabel = "NAME",
      description = "Where it is published; without it, the exchange that its first word names.")
  private Optional<String> exchange = Optional.empty();

  KeyCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  String path() {
    return "/explain/key/" + encoded(key);
  }

  @Override
  Map<String, String> query() {
    return exchange.map(name -> Map.of("exchange", name)).orElse(Map.of());
  }

  @Override
  Object explain(Explainer explainer) {
    return exchange.map(name -> explainer.key(name, key)).orElseGet(() -> explainer.key(key));
  }
}
