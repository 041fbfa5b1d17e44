package dev.eventmanager.order.web;

import dev.eventmanager.order.domain.ChargebackNotPossibleException;
import dev.eventmanager.order.domain.IdempotencyKeyReusedException;
import dev.eventmanager.order.domain.InvalidPurchaseException;
import dev.eventmanager.order.domain.UnknownOrderException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what is wrong with a request into a problem detail that names the fields at fault. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String SECONDS_UNTIL_RETRY = "5";

  static ProblemDetail problem(HttpStatusCode status, String detail, List<FieldError> errors) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    if (!errors.isEmpty()) {
      problem.setProperty("errors", errors);
    }
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unknownOrder(UnknownOrderException unknown) {
    return problem(HttpStatus.NOT_FOUND, "id", unknown);
  }

  @ExceptionHandler
  ProblemDetail notPossible(ChargebackNotPossibleException notPossible) {
    return problem(HttpStatus.CONFLICT, "status", notPossible);
  }

  @ExceptionHandler
  ProblemDetail keyReused(IdempotencyKeyReusedException reused) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency-Key", reused);
  }

  @ExceptionHandler
  ProblemDetail invalidPurchase(InvalidPurchaseException invalid) {
    return invalid(List.of(new FieldError(invalid.field(), message(invalid))));
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
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return respond(invalid, fieldErrors(invalid.getBindingResult()), headers, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> errors = invalid.getParameterValidationResults().stream()
        .flatMap(result -> parameterErrors(result).stream())
        .toList();
    return respond(invalid, errors, headers, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return respond(unreadable, List.of(JsonErrors.of(unreadable)), headers, request);
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
    return respond(
        mismatch,
        List.of(new FieldError(field, expected(mismatch.getRequiredType()))),
        headers,
        request);
  }

  private @Nullable ResponseEntity<Object> respond(
      Exception failure, List<FieldError> errors, HttpHeaders headers, WebRequest request) {
    return handleExceptionInternal(
        failure, invalid(errors), headers, HttpStatus.BAD_REQUEST, request);
  }

  private static ProblemDetail problem(HttpStatus status, String field, Exception cause) {
    return problem(status, message(cause), List.of(new FieldError(field, message(cause))));
  }

  private static ProblemDetail invalid(List<FieldError> errors) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "The request is not valid; correct what is listed and send it again",
        errors);
  }

  private static List<FieldError> parameterErrors(ParameterValidationResult result) {
    if (result instanceof ParameterErrors body) {
      return fieldErrors(body);
    }
    String name = nameOf(result.getMethodParameter());
    return result.getResolvableErrors().stream()
        .map(error -> new FieldError(
            name, Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid")))
        .toList();
  }

  private static String nameOf(MethodParameter parameter) {
    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
    return header == null
        ? Objects.requireNonNullElse(parameter.getParameterName(), "request")
        : header.name();
  }

  private static List<FieldError> fieldErrors(Errors errors) {
    return errors.getFieldErrors().stream()
        .map(error -> new FieldError(
            error.getField(),
            Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid")))
        .toList();
  }

  private static String expected(@Nullable Class<?> type) {
    return type != null && type.isEnum()
        ? "must be one of " + Arrays.toString(type.getEnumConstants())
        : "must be a whole number";
  }

  private static String message(Exception failure) {
    return Objects.requireNonNullElse(failure.getMessage(), "");
  }
}
