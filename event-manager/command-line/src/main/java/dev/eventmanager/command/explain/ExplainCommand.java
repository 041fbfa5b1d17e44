package dev.eventmanager.command.explain;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.FailedException;
import dev.eventmanager.explain.Explainer;
import dev.eventmanager.explain.UnknownNameException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service, or explains files without one; both in the words of the same explainer. */
abstract class ExplainCommand extends EndpointCommand {

  @Option(
      names = "--declared",
      description = "What the service declares, instead of what stands on its broker.")
  private boolean declared;

  @Option(
      names = "--files",
      paramLabel = "PATH",
      arity = "1..*",
      description = {
        "Ask no service: explain what META-INF/event-manager/services/*.json say in these",
        "jars and folders (such as target/classes)."
      })
  private List<Path> files = List.of();

  ExplainCommand(ServiceOptions service) {
    super(service);
  }

  /** Below the endpoint. */
  abstract String path();

  /** What else the endpoint is to know. */
  Map<String, String> query() {
    return Map.of();
  }

  abstract Object explain(Explainer explainer);

  @Override
  public Integer call() throws InterruptedException {
    return files.isEmpty() ? super.call() : explainFiles();
  }

  @Override
  protected int run(OperationsEndpoint endpoint) {
    Map<String, String> query = new HashMap<>(query());
    if (declared) {
      query.put("source", "DECLARED");
    }
    return print(() -> endpoint.get(path(), query), () -> endpoint.text(path(), query));
  }

  private int explainFiles() {
    try {
      Object explanation = explain(new Explainer(ServiceFiles.read(files)));
      return print(
          () -> JsonMapper.builder().build().valueToTree(explanation), explanation::toString);
    } catch (UnknownNameException unknown) {
      throw new FailedException(ExitStatus.FAILED, String.valueOf(unknown.getMessage()));
    }
  }

  static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
