package dev.eventmanager.billing.web;

import dev.eventmanager.billing.domain.UnknownOrderException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns errors into problem details that name the parameter at fault and what to do next. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  @ExceptionHandler
  ProblemDetail unknownOrder(UnknownOrderException unknown) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    problem.setTitle("Unknown order");
    return problem;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String parameter = mismatch.getPropertyName();
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(
        status,
        "%s must be a whole number, but was '%s'".formatted(parameter, mismatch.getValue()));
    problem.setTitle("Invalid parameter");
    problem.setProperty("parameter", parameter);
    return handleExceptionInternal(mismatch, problem, headers, status, request);
  }
}
