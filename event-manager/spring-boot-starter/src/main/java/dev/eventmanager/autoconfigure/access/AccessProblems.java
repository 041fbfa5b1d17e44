package dev.eventmanager.autoconfigure.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says who is refused why, as RFC 9457 problem details. */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final Logger LOG = LoggerFactory.getLogger(AccessProblems.class);

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (refused instanceof BadCredentialsException) {
      LOG.warn(
          "Wrong name or password for the operations endpoint, from {}", request.getRemoteAddr());
    }
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"operations\", charset=\"UTF-8\"");
    write(
        response,
        HttpStatus.UNAUTHORIZED,
        "Give, by HTTP Basic, the name and password of one of event-manager.operations.users.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    write(
        response,
        HttpStatus.FORBIDDEN,
        "This user may not do that: reading needs the role EVENT_VIEWER or EVENT_OPERATOR, replay, discard and apply need EVENT_OPERATOR.");
  }

  private static void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write("{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(status.getReasonPhrase(), status.value(), detail));
  }
}
