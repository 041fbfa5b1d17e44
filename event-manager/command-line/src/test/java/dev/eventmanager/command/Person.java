package dev.eventmanager.command;

import dev.eventmanager.command.terminal.Prompt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Gives the answers it was given, in their order; without any, nobody is there. */
final class Person implements Prompt {

  private final Queue<String> answers;
  private final List<String> questions = new ArrayList<>();

  Person(String... answers) {
    this.answers = new ArrayDeque<>(List.of(answers));
  }

  List<String> questions() {
    return questions;
  }

  @Override
  public Optional<String> line(String question) {
    questions.add(question);
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<String> secret(String question) {
    return line(question);
  }
}
