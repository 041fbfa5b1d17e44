package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Texts;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "groups",
    sortOptions = false,
    description = "Counts what failed alike: same queue, same error, same place in the code.")
final class GroupsCommand extends EndpointCommand {

  @Option(names = "--queue", paramLabel = "QUEUE", description = "Those of a queue.")
  private @Nullable String queue;

  GroupsCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  protected int run(OperationsEndpoint endpoint) {
    JsonNode answer = endpoint.get("/groups", queue == null ? Map.of() : Map.of("queue", queue));
    return print(() -> answer, () -> texts(answer.path("groups")));
  }

  private static String texts(JsonNode groups) {
    if (groups.isEmpty()) {
      return "Nothing has failed and is parked.";
    }
    StringJoiner text = new StringJoiner(System.lineSeparator());
    groups.forEach(group -> text.add(text(group)));
    return text.toString();
  }

  /** With the options that select it, to be copied. */
  private static String text(JsonNode group) {
    String frame = Texts.of(group, "frame");
    return """
        %s failed from %s to %s
          --queue %s
          --error-class %s%s""".formatted(
            Texts.events(group.path("count").asLong()),
            Texts.time(group, "oldest"),
            Texts.time(group, "newest"),
            Texts.of(group, "queue"),
            Texts.of(group, "errorClass"),
            frame.isEmpty() ? "" : System.lineSeparator() + "  --frame " + frame);
  }
}
