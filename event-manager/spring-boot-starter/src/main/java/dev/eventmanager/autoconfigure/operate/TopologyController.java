package dev.eventmanager.autoconfigure.operate;

import dev.eventmanager.autoconfigure.topology.ServiceRouting;
import dev.eventmanager.explain.Explainer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Plans and applies the topology, and explains what reaches which queue. To whom accepts {@code
 * text/plain} it answers in text for people, to others in JSON.
 */
@RestController
@RequestMapping(TopologyEndpoint.PATH)
final class TopologyController implements GuardedController {

  private static final String ACCEPT = HttpHeaders.ACCEPT;

  private final ServiceRouting routing;
  private final Access access;

  TopologyController(ServiceRouting routing, Access access) {
    this.routing = routing;
    this.access = access;
  }

  /** Which facts are explained. */
  enum Source {
    /** What stands on the broker. */
    LIVE,
    /** What this service declares. */
    DECLARED
  }

  /** Which bindings to remove, named as the plan does. */
  record ApplyBody(@Nullable List<String> remove) {}

  @GetMapping
  ResponseEntity<Object> plan(@RequestHeader(name = ACCEPT, defaultValue = "") String accept) {
    return answer(routing.plan(), accept);
  }

  @PostMapping("/apply")
  ResponseEntity<Object> apply(
      @RequestBody ApplyBody body, @RequestHeader(name = ACCEPT, defaultValue = "") String accept) {
    if (access != Access.UNRESTRICTED) {
      throw Problem.forbidden(
          "management.endpoint.topology.access is %s here: the topology can be seen, and not applied.",
          access);
    }
    List<String> remove = body.remove() == null ? List.of() : body.remove();
    return answer(routing.apply(Set.copyOf(remove)), accept);
  }

  @GetMapping("/explain/key/{key}")
  ResponseEntity<Object> key(
      @PathVariable String key,
      @RequestParam Optional<String> exchange,
      @RequestParam(defaultValue = "LIVE") Source source,
      @RequestHeader(name = ACCEPT, defaultValue = "") String accept) {
    Explainer explainer = explainer(source);
    return answer(
        exchange.map(name -> explainer.key(name, key)).orElseGet(() -> explainer.key(key)), accept);
  }

  @GetMapping("/explain/queue/{queue}")
  ResponseEntity<Object> queue(
      @PathVariable String queue,
      @RequestParam(defaultValue = "LIVE") Source source,
      @RequestHeader(name = ACCEPT, defaultValue = "") String accept) {
    return answer(explainer(source).queue(queue), accept);
  }

  @GetMapping("/explain/event/{event}")
  ResponseEntity<Object> event(
      @PathVariable String event,
      @RequestParam(defaultValue = "LIVE") Source source,
      @RequestHeader(name = ACCEPT, defaultValue = "") String accept) {
    return answer(explainer(source).event(event), accept);
  }

  private Explainer explainer(Source source) {
    return source == Source.LIVE ? routing.live() : routing.declared();
  }

  private static ResponseEntity<Object> answer(Object answer, String accept) {
    return accept.startsWith(MediaType.TEXT_PLAIN_VALUE)
        ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(answer.toString())
        : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
  }

  /** Else the port would answer, which says nothing of what there is. */
  @RequestMapping("/**")
  void nothing(HttpServletRequest request) {
    throw Problem.notFound(
        "There is nothing to %s at %s. Below the endpoint there are GET /explain/key/{key}, GET /explain/queue/{queue}, GET /explain/event/{event} and POST /apply.",
        request.getMethod(), request.getRequestURI());
  }
}
