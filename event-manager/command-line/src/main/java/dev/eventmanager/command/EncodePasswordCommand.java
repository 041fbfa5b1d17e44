package dev.eventmanager.command;

import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.FailedException;
import dev.eventmanager.command.terminal.Prompt;
import java.util.concurrent.Callable;
import org.springframework.security.crypto.bcrypt.BCrypt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "encode-password",
    description = {
      "Asks for a password and prints what event-manager.operations.users[*].password takes.",
      "The password itself cannot be told from it."
    })
final class EncodePasswordCommand implements Callable<Integer> {

  private final Prompt prompt;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  EncodePasswordCommand(Prompt prompt) {
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    String password = ask("Password: ");
    if (password.isEmpty() || !password.equals(ask("Once more: "))) {
      throw new FailedException(ExitStatus.FAILED, "These are not the same; nothing was encoded.");
    }
    spec.commandLine().getOut().println("{bcrypt}" + BCrypt.hashpw(password, BCrypt.gensalt()));
    return ExitStatus.DONE;
  }

  private String ask(String question) {
    return prompt
        .secret(question)
        .orElseThrow(() -> new FailedException(
            ExitStatus.FAILED, "Run this at a terminal, which can ask for it."));
  }
}
