package dev.eventmanager.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What a command did. */
record Ran(int exitStatus, String out, String err) {

  /** As user "ada" of this service, with the password from the environment. */
  static Ran asked(StubService service, Person person, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", service.url(), "--user", "ada"));
    return events(Map.of("EVENT_MANAGER_PASSWORD", "secret"), person, all.toArray(String[]::new));
  }

  static Ran events(Map<String, String> environment, Person person, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine events = Events.commandLine(environment, person)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
    int exitStatus = events.execute(arguments);
    return new Ran(exitStatus, out.toString(), err.toString());
  }
}
