package dev.eventmanager.rabbit.topology;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The broker's reason to close a channel on us. RabbitMQ closes the channel, others more. */
record Refusal(int code, String text) {

  private static final Pattern DIFFERENCE =
      Pattern.compile("inequivalent arg '([^']+)' for .*: received (.+) but current is (.+)");
  private static final Pattern TYPED_VALUE = Pattern.compile("the value '(.*)' of type .*");

  /** What a failure says, or empty if it was no refusal but, say, a lost connection. */
  static Optional<Refusal> of(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ShutdownSignalException shutdown) {
        return of(shutdown.getReason());
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> of(@Nullable Method reason) {
    if (reason instanceof AMQP.Channel.Close close) {
      return Optional.of(new Refusal(close.getReplyCode(), close.getReplyText()));
    }
    if (reason instanceof AMQP.Connection.Close close && isRefusal(close.getReplyCode())) {
      return Optional.of(new Refusal(close.getReplyCode(), close.getReplyText()));
    }
    return Optional.empty();
  }

  /** An exchange type that it does not know costs the whole connection. */
  private static boolean isRefusal(int code) {
    return code == AMQP.NOT_ALLOWED || code == AMQP.COMMAND_INVALID;
  }

  boolean isAccessRefused() {
    return code == AMQP.ACCESS_REFUSED;
  }

  boolean isNotFound() {
    return code == AMQP.NOT_FOUND;
  }

  /** That there is no such queue, rather than that its node is away. */
  boolean isUnknownQueue() {
    return isNotFound() && text.contains("no queue");
  }

  boolean isUnknownExchangeType() {
    return text.contains("exchange type");
  }

  /** The one difference RabbitMQ names, such as {@code x-queue-type=classic}; else its words. */
  String live() {
    Matcher difference = DIFFERENCE.matcher(text);
    return difference.find()
        ? difference.group(1) + "=" + value(difference.group(3))
        : code + " " + text;
  }

  private static String value(String words) {
    Matcher typed = TYPED_VALUE.matcher(words);
    return typed.matches() ? typed.group(1) : words.replace("'", "");
  }
}
