package dev.eventmanager.logistic.web;

import dev.eventmanager.logistic.domain.NotOnItsWayException;
import dev.eventmanager.logistic.domain.UnknownOrderException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what is wrong with a request into a problem detail that names the parameter at fault. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String SECONDS_UNTIL_RETRY = "5";

  @ExceptionHandler
  ProblemDetail unknownOrder(UnknownOrderException unknown) {
    return problem(HttpStatus.NOT_FOUND, "orderId", unknown);
  }

  @ExceptionHandler
  ProblemDetail notOnItsWay(NotOnItsWayException refused) {
    return problem(HttpStatus.CONFLICT, "status", refused);
  }

  /** Nothing is wrong with the request: it is to be sent again. */
  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class,
    TransientDataAccessResourceException.class
  })
  ResponseEntity<ProblemDetail> databaseAway(Exception away) {
    LOG.warn("A request found the database away: {}", away.toString());
    HttpStatus unavailable = HttpStatus.SERVICE_UNAVAILABLE;
    return ResponseEntity.status(unavailable)
        .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY)
        .body(problem(
            unavailable, "The service's database is away; send the request again", List.of()));
  }

  @ExceptionHandler
  ProblemDetail unexpected(Exception failure) {
    LOG.error("A request failed", failure);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "The request failed; the service's log says why",
        List.of());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String field = mismatch instanceof MethodArgumentTypeMismatchException argument
        ? argument.getName()
        : Objects.requireNonNullElse(mismatch.getPropertyName(), "request");
    return respond(mismatch, new FieldError(field, "must be a whole number"), headers, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return respond(
        missing, new FieldError(missing.getParameterName(), "must be given"), headers, request);
  }

  private @Nullable ResponseEntity<Object> respond(
      Exception failure, FieldError error, HttpHeaders headers, WebRequest request) {
    ProblemDetail problem = problem(
        HttpStatus.BAD_REQUEST,
        "The request is not valid; correct what is listed and send it again",
        List.of(error));
    return handleExceptionInternal(failure, problem, headers, HttpStatus.BAD_REQUEST, request);
  }

  private static ProblemDetail problem(HttpStatus status, String field, Exception cause) {
    String message = Objects.requireNonNullElse(cause.getMessage(), "");
    return problem(status, message, List.of(new FieldError(field, message)));
  }

  private static ProblemDetail problem(HttpStatus status, String detail, List<FieldError> errors) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    if (!errors.isEmpty()) {
      problem.setProperty("errors", errors);
    }
    return problem;
  }
}
