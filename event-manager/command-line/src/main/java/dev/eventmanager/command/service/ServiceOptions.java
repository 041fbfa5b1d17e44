package dev.eventmanager.command.service;

import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.FailedException;
import dev.eventmanager.command.terminal.Prompt;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which service, and who asks. */
public final class ServiceOptions {

  /** Never an argument: those can be read by every user of the machine. */
  private static final String PASSWORD = "EVENT_MANAGER_PASSWORD";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:EVENT_MANAGER_URL}",
      description = {
        "Management address of the service, such as http://127.0.0.1:9082 (or EVENT_MANAGER_URL).",
        "Without a path, the endpoint is asked for below /actuator."
      })
  private String url = "";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = "${env:EVENT_MANAGER_USER}",
      description = {
        "One of its event-manager.operations.users (or EVENT_MANAGER_USER).",
        "The password is taken from " + PASSWORD + ", else asked for."
      })
  private String user = "";

  private final Map<String, String> environment;
  private final Prompt prompt;
  private final String endpoint;

  /** {@code endpoint} is the actuator's id of what is asked there. */
  public ServiceOptions(Map<String, String> environment, Prompt prompt, String endpoint) {
    this.environment = environment;
    this.prompt = prompt;
    this.endpoint = endpoint;
  }

  /** The endpoint that was named. */
  public OperationsEndpoint endpoint() {
    requireGiven(url, "--url (or EVENT_MANAGER_URL), the management address of the service");
    requireGiven(user, "--user (or EVENT_MANAGER_USER), one of its event-manager.operations.users");
    return new OperationsEndpoint(
        ServiceAddress.of(url, endpoint), new Credentials(user, password()));
  }

  private static void requireGiven(String value, String what) {
    if (value.isBlank()) {
      throw new FailedException(ExitStatus.MISUNDERSTOOD, "Give " + what + ".");
    }
  }

  private String password() {
    String given = environment.get(PASSWORD);
    return given != null ? given : askForPassword();
  }

  private String askForPassword() {
    return prompt
        .secret("Password of %s: ".formatted(user))
        .orElseThrow(() -> new FailedException(
            ExitStatus.NOT_LET_IN,
            "No password: set %s, or run this where it can be asked for.".formatted(PASSWORD)));
  }
}
