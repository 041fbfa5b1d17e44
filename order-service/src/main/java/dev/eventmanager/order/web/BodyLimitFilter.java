package dev.eventmanager.order.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses a body above a limit, whether or not its length was announced, before any of it is
 * parsed.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

  private final DataSize limit;
  private final JsonMapper jsonMapper;

  BodyLimitFilter(DataSize limit, JsonMapper jsonMapper) {
    this.limit = limit;
    this.jsonMapper = jsonMapper;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > limit.toBytes()) {
      refuse(response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes((int) limit.toBytes() + 1);
    if (body.length > limit.toBytes()) {
      refuse(response);
      return;
    }
    chain.doFilter(new BufferedBodyRequest(request, body), response);
  }

  private void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    jsonMapper.writeValue(
        response.getOutputStream(),
        Problems.problem(
            HttpStatus.CONTENT_TOO_LARGE,
            "The body is larger than the %d bytes that are taken".formatted(limit.toBytes()),
            List.of(
                new FieldError("body", "must have at most %d bytes".formatted(limit.toBytes())))));
  }
}
