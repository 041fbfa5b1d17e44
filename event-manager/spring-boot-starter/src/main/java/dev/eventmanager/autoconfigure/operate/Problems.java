package dev.eventmanager.autoconfigure.operate;

import dev.eventmanager.explain.UnknownNameException;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.connection.NoConnectionException;
import dev.eventmanager.rabbit.management.ManagementUnavailableException;
import dev.eventmanager.rabbit.topology.TopologyException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error of the operations as RFC 9457 problem details, before any advice of the service. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = GuardedController.class)
final class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** The database is away, or too busy. */
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ProblemDetail unavailable(RuntimeException failure) {
    LOG.warn("The database did not answer an operator", failure);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The service's database did not do it (%s). A preview or confirmation that got this answer may or may not have happened: look at the operations, and repeat it."
            .formatted(failure.getClass().getSimpleName()));
  }

  /** The broker is away, where it keeps what is parked and what stands on it. */
  @ExceptionHandler({NoConnectionException.class, UncheckedIOException.class, AmqpException.class})
  ProblemDetail brokerUnavailable(RuntimeException failure) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The broker did not answer: %s".formatted(BrokerConnections.reasonOf(failure)));
  }

  @ExceptionHandler
  ProblemDetail managementUnavailable(ManagementUnavailableException failure) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE,
        "%s. What this service declares can be explained without it (source=DECLARED)."
            .formatted(failure.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unknownName(UnknownNameException failure) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, failure.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notApplied(TopologyException failure) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, failure.getMessage());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return handleExceptionInternal(
        mismatch,
        ProblemDetail.forStatusAndDetail(status, describe(mismatch)),
        headers,
        status,
        request);
  }

  private static String describe(TypeMismatchException mismatch) {
    if (mismatch instanceof MethodArgumentTypeMismatchException argument) {
      Class<?> type = argument.getParameter().nestedIfOptional().getNestedParameterType();
      return "%s is \"%s\" and must be %s."
          .formatted(argument.getName(), argument.getValue(), expected(type));
    }
    return "\"%s\" is not what is expected here.".formatted(mismatch.getValue());
  }

  private static String expected(Class<?> type) {
    return type.isEnum()
        ? "one of "
            + Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "))
        : "a whole number";
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    boolean previews = request.getDescription(false).endsWith("/operations");
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(
        status, "The body is not a JSON object." + (previews ? " " + PreviewBody.FORM : ""));
    return handleExceptionInternal(unreadable, detail, headers, status, request);
  }
}
