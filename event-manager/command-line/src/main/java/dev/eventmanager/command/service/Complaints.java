package dev.eventmanager.command.service;

import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.FailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import tools.jackson.databind.JsonNode;

/** Says what went wrong between here and the service, and what to do about it. */
final class Complaints {

  private final ServiceAddress address;
  private final Credentials credentials;

  Complaints(ServiceAddress address, Credentials credentials) {
    this.address = address;
    this.credentials = credentials;
  }

  /** What the service answered, if it did what was asked for. */
  Answer unlessFine(String path, Answer answer) {
    if (answer.status() / 100 != 2) {
      throw refused(path, answer);
    }
    return answer;
  }

  JsonNode json(Answer answer) {
    return answer.json().orElseThrow(() -> insteadOf("JSON", answer));
  }

  /** Names of a broker may hold anything, and must not steer the terminal. */
  String text(Answer answer) {
    if (!answer.contentType().startsWith("text/plain")) {
      throw insteadOf("text", answer);
    }
    return answer.text().replaceAll("[\\p{Cc}&&[^\n\t]]", "\uFFFD");
  }

  private FailedException insteadOf(String wanted, Answer answer) {
    return failed(
        "%s answers %s instead of %s. Is this the management port of the service (management.server.port)?",
        address, answer.contentType(), wanted);
  }

  private FailedException refused(String path, Answer answer) {
    return switch (answer.status()) {
      case 401 ->
        notLetIn(
            "%s does not let %s in: the name or the password is wrong. Users stand in the service's event-manager.operations.users.",
            address, credentials);
      case 403 ->
        notLetIn(
            "%s may not do this: whatever changes something needs the role EVENT_OPERATOR in the service's event-manager.operations.users.",
            credentials);
      case 404 ->
        failed(
            "%s", answer.problem().filter(problem -> namesOne(path)).orElseGet(this::noEndpoint));
      default ->
        failed(
            "%s",
            answer
                .problem()
                .orElse("%s answers with status %d; the log of the service tells why."
                    .formatted(address, answer.status())));
    };
  }

  /** Only where one thing was asked for can that alone be missing. */
  private static boolean namesOne(String path) {
    return Stream.of(
            "/events/",
            "/operations",
            "/explain/",
            "/apply",
            "/verifications",
            "/stop",
            "/start",
            "/drain")
        .anyMatch(path::startsWith);
  }

  private String noEndpoint() {
    return "There is no operations endpoint at %s. Mind the port and management.endpoints.web.base-path; the service's start-up report says at \"operations:\" where it is, or what it lacks."
        .formatted(address);
  }

  FailedException of(IOException unreachable) {
    if (unreachable instanceof ConnectException && namesNoHost(unreachable)) {
      return failed("There is no host %s. Correct --url.", address.endpoint().getHost());
    }
    if (unreachable instanceof ConnectException
        || unreachable instanceof HttpConnectTimeoutException) {
      return failed(
          "Nothing answers at %s. Does the service run, and is this its management port (management.server.port)? Unless management.server.address says otherwise, a service of the shop can be reached from its own machine alone.",
          address);
    }
    if (unreachable instanceof HttpTimeoutException) {
      return failed(
          "%s did not answer in time. What was asked for may have been done: look with \"events parked operations\".",
          address);
    }
    if (unreachable instanceof SSLException) {
      return failed(
          "No secure connection to %s: %s. For a certificate of your own: JDK_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=…",
          address, unreachable);
    }
    return failed(
        "The connection to %s failed: %s. What was asked for may have been done: look with \"events parked operations\".",
        address, unreachable);
  }

  private static boolean namesNoHost(IOException failure) {
    return failure.getCause() instanceof UnresolvedAddressException
        || (failure.getCause() != null
            && failure.getCause().getCause() instanceof UnresolvedAddressException);
  }

  private static FailedException failed(String message, Object... arguments) {
    return new FailedException(ExitStatus.FAILED, message.formatted(arguments));
  }

  private static FailedException notLetIn(String message, Object... arguments) {
    return new FailedException(ExitStatus.NOT_LET_IN, message.formatted(arguments));
  }
}
