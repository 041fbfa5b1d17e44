package dev.eventmanager.autoconfigure.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.jdbc.operations.DiscardedEvents;
import dev.eventmanager.jdbc.parking.ParkedFilter;
import dev.eventmanager.jdbc.parking.ParkedReader;
import dev.eventmanager.jdbc.parking.ParkedRow;
import dev.eventmanager.jdbc.parking.SequenceState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is parked in the service's database. */
@RestController
@RequestMapping(ParkedEndpoint.PATH)
final class ParkedController implements GuardedController {

  private static final int LARGEST_PAYLOAD =
      Math.toIntExact(DataSize.ofMegabytes(16).toBytes());

  private final ParkedReader reader;
  private final DiscardedEvents discarded;

  ParkedController(ParkedReader reader, DiscardedEvents discarded) {
    this.reader = reader;
    this.discarded = discarded;
  }

  /** A page of events, in the order in which they were parked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Events(List<EventView> events, @Nullable Object next) {}

  @GetMapping
  Events list(
      @RequestParam Optional<String> queue,
      @RequestParam Optional<SequenceState> state,
      @RequestParam Optional<String> key,
      @RequestParam Optional<String> errorClass,
      @RequestParam Optional<String> frame,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int limit) {
    ParkedFilter filter = new ParkedFilter(queue, state, key, errorClass, frame);
    Page<ParkedRow> page = Page.of(limit, most -> reader.list(filter, after, most));
    return new Events(page.rows().stream().map(EventView::of).toList(), page.next(ParkedRow::id));
  }

  /** What failed alike, the largest group first. */
  record Groups(List<GroupView> groups) {}

  @GetMapping("/groups")
  Groups groups(@RequestParam Optional<String> queue) {
    return new Groups(reader.groups(queue).stream().map(GroupView::of).toList());
  }

  /** One event; {@code payload} is how many bytes of its body are shown at most. */
  @GetMapping("/events/{id}")
  DetailsView show(@PathVariable long id, @RequestParam(defaultValue = "65536") int payload) {
    if (payload < 0 || payload > LARGEST_PAYLOAD) {
      throw Problem.badRequest(
          "payload is %d, the bytes to show of the body, and must be from 0 to %d.",
          payload, LARGEST_PAYLOAD);
    }
    return reader
        .find(id)
        .map(details -> DetailsView.of(details, reader.position(details.row()), payload))
        .or(() -> discarded.find(id).map(event -> DetailsView.of(event, payload)))
        .orElseThrow(() -> Problem.notFound(
            "No event is parked as %d. It was handled since, or there never was one; the list tells which there are.",
            id));
  }

  /** Else the port would answer, which says nothing of what there is. */
  @RequestMapping("/**")
  void nothing(HttpServletRequest request) {
    throw Problem.notFound(
        "There is nothing to %s at %s. Below the endpoint there are GET /groups, GET /events/{id}, GET /operations, GET /operations/{id}, POST /operations and POST /operations/{id}/confirm.",
        request.getMethod(), request.getRequestURI());
  }
}
