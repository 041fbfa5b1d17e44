package dev.eventmanager.routing;

/** A queue's wish for the messages of an exchange whose routing keys match a pattern. */
public record Binding(String exchange, BindingKey pattern, String queue) {

  @Override
  public String toString() {
    return "%s --%s--> %s".formatted(exchange, pattern, queue);
  }
}
