package dev.eventmanager.rabbit.connection;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why a broker could not be reached or used, and what to do about it. */
final class Diagnosis {

  private Diagnosis() {}

  /** The broker's own words where it has said any, else those of the innermost cause. */
  static String of(Throwable failure) {
    Throwable innermost = failure;
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      Optional<Closing> closing = Closing.of(each);
      if (closing.isPresent()) {
        return closing.get().explained();
      }
      innermost = each;
    }
    return explained(innermost);
  }

  private static String explained(Throwable cause) {
    String words = wordsOf(cause);
    if (cause instanceof AuthenticationFailureException) {
      return words
          + "; correct spring.rabbitmq.username and spring.rabbitmq.password, or the user on the broker (rabbitmqctl change_password)";
    }
    if (cause instanceof UnknownHostException) {
      return "no host is called %s; correct spring.rabbitmq.host or spring.rabbitmq.addresses"
          .formatted(words);
    }
    if (cause instanceof SSLException) {
      return words + "; check spring.rabbitmq.ssl.* and whether this port speaks TLS";
    }
    if (isNobodyThere(cause)) {
      return words
          + "; is it running, and are spring.rabbitmq.host and port (or addresses) those of the broker?";
    }
    return cause instanceof EOFException ? "the broker closed the connection" : words;
  }

  private static String wordsOf(Throwable cause) {
    if (cause.getMessage() != null) {
      return cause.getMessage();
    }
    return cause instanceof TimeoutException ? "no answer in time" : cause.toString();
  }

  private static boolean isNobodyThere(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof SocketTimeoutException
        || cause instanceof TimeoutException;
  }

  /** The broker's goodbye to a connection or a channel. */
  private record Closing(int code, String text) {

    static Optional<Closing> of(Throwable failure) {
      @Nullable
      Method reason =
          failure instanceof ShutdownSignalException shutdown ? shutdown.getReason() : null;
      if (reason instanceof AMQP.Connection.Close close) {
        return Optional.of(new Closing(close.getReplyCode(), close.getReplyText()));
      }
      if (reason instanceof AMQP.Channel.Close close) {
        return Optional.of(new Closing(close.getReplyCode(), close.getReplyText()));
      }
      return Optional.empty();
    }

    String explained() {
      return code + " " + text + advice();
    }

    private String advice() {
      if (code == AMQP.NOT_ALLOWED && text.contains("not found")) {
        return "; create the virtual host (rabbitmqctl add_vhost), or correct spring.rabbitmq.virtual-host";
      }
      if (code == AMQP.NOT_ALLOWED && text.contains("refused for user")) {
        return "; let the user in (rabbitmqctl set_permissions), or correct spring.rabbitmq.virtual-host";
      }
      if (code == AMQP.ACCESS_REFUSED) {
        return "; allow the user to do it (rabbitmqctl set_permissions)";
      }
      return "";
    }
  }
}
