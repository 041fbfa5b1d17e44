package dev.eventmanager.command.service;

import picocli.CommandLine.Option;

/** For whom to print. */
final class OutputOptions {

  /** For people, or for programs. */
  enum Output {
    text,
    json
  }

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, or json: what the service answers, for scripts (${DEFAULT-VALUE}).")
  private Output output = Output.text;

  boolean json() {
    return output == Output.json;
  }
}
