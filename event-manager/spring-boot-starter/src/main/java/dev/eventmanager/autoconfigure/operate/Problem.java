package dev.eventmanager.autoconfigure.operate;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be done; its detail says what, where, and what to do. */
public final class Problem extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  private Problem(HttpStatus status, String detail) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }

  /** The request itself is wrong. */
  public static Problem badRequest(String detail, Object... values) {
    return new Problem(HttpStatus.BAD_REQUEST, detail.formatted(values));
  }

  /** Nobody may do that here. */
  public static Problem forbidden(String detail, Object... values) {
    return new Problem(HttpStatus.FORBIDDEN, detail.formatted(values));
  }

  /** There is no such thing. */
  public static Problem notFound(String detail, Object... values) {
    return new Problem(HttpStatus.NOT_FOUND, detail.formatted(values));
  }

  /** The request is right, and not as things stand. */
  public static Problem conflict(String detail, Object... values) {
    return new Problem(HttpStatus.CONFLICT, detail.formatted(values));
  }
}
