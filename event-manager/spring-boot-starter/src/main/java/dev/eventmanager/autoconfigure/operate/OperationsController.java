package dev.eventmanager.autoconfigure.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.eventmanager.jdbc.operations.Operation;
import dev.eventmanager.jdbc.operations.OperationItem;
import dev.eventmanager.jdbc.operations.ParkedOperations;
import dev.eventmanager.jdbc.operations.PreviewOutcome;
import dev.eventmanager.jdbc.operations.PreviewOutcome.BeingTried;
import dev.eventmanager.jdbc.operations.PreviewOutcome.Previewed;
import dev.eventmanager.jdbc.operations.PreviewOutcome.UnknownEvent;
import dev.eventmanager.jdbc.operations.PreviewOutcome.WaitsBehind;
import dev.eventmanager.jdbc.parking.SequenceState;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Replays and discards what is parked in the service's database: preview, then confirm. */
@RestController
@RequestMapping(ParkedEndpoint.PATH + "/operations")
final class OperationsController implements GuardedController {

  private static final int ITEMS = 50;

  private final ParkedOperations operations;
  private final Access access;

  OperationsController(ParkedOperations operations, Access access) {
    this.operations = operations;
    this.access = access;
  }

  /** A page of operations, the newest first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Operations(
      List<OperationView> operations, @Nullable Object next) {}

  @GetMapping
  Operations list(
      @RequestParam Optional<String> after, @RequestParam(defaultValue = "20") int limit) {
    Page<Operation> page = Page.of(limit, most -> operations.list(after, most));
    return new Operations(
        page.rows().stream().map(OperationView::of).toList(), page.next(Operation::id));
  }

  /** An operation, with a page of its events in the order in which they were parked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OperationWithItems(
      @JsonUnwrapped OperationView operation,
      List<ItemView> items,
      @Nullable Object next) {}

  @GetMapping("/{id}")
  OperationWithItems show(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "" + ITEMS) int limit) {
    return withItems(operations.find(id).orElseThrow(() -> unknown(id)), after, limit);
  }

  @PostMapping
  ResponseEntity<OperationWithItems> preview(
      @RequestBody Map<String, @Nullable Object> body,
      Principal actor,
      HttpServletRequest request) {
    requireUnrestricted();
    PreviewOutcome outcome = operations.preview(new PreviewBody(body).by(actor.getName()));
    if (outcome instanceof Previewed previewed) {
      Operation operation = previewed.operation();
      return ResponseEntity.created(URI.create(request.getRequestURI() + "/" + operation.id()))
          .body(withItems(operation, 0, ITEMS));
    }
    throw refused(outcome);
  }

  /** 200 where all of it is done, 202 where it goes on. */
  @PostMapping("/{id}/confirm")
  ResponseEntity<OperationWithItems> confirm(@PathVariable String id, Principal actor) {
    requireUnrestricted();
    Operation operation = operations.confirm(id, actor.getName()).orElseThrow(() -> unknown(id));
    HttpStatus status =
        operation.state() == Operation.State.DONE ? HttpStatus.OK : HttpStatus.ACCEPTED;
    return ResponseEntity.status(status).body(withItems(operation, 0, ITEMS));
  }

  private void requireUnrestricted() {
    if (access != Access.UNRESTRICTED) {
      throw Problem.forbidden(
          "management.endpoint.parked.access is %s here: what is parked can be seen, and neither replayed nor discarded.",
          access);
    }
  }

  private OperationWithItems withItems(Operation operation, long after, int limit) {
    Page<OperationItem> page =
        Page.of(limit, most -> operations.items(operation.id(), after, most));
    return new OperationWithItems(
        OperationView.of(operation),
        page.rows().stream().map(ItemView::of).toList(),
        page.next(OperationItem::parkedId));
  }

  private static Problem unknown(String id) {
    return Problem.notFound(
        "There is no operation %s. A preview that is not confirmed within an hour is forgotten: preview again.",
        id);
  }

  private static Problem refused(PreviewOutcome outcome) {
    if (outcome instanceof UnknownEvent unknown) {
      return Problem.notFound(
          "No event is parked as %d. It was handled or discarded since, or there never was one; the list tells which there are.",
          unknown.parkedId());
    }
    if (outcome instanceof WaitsBehind waits) {
      return Problem.conflict(
          "Event %d waits behind event %d (%s), which failed: replayed alone it would overtake it. Replay event %d; what waits behind it follows in order.",
          waits.parkedId(), waits.headId(), waits.headEventId(), waits.headId());
    }
    if (outcome instanceof BeingTried tried) {
      return Problem.conflict(
          tried.state() == SequenceState.RETRYING
              ? "Event %d is still tried again by itself. It can be discarded now; replay it if it comes to be parked."
              : "Event %d is being replayed already. See what becomes of it, then preview again.",
          tried.parkedId());
    }
    return Problem.conflict(
        "Nothing is parked that this selects, so there is nothing to do. The list tells what is parked; what is still tried again by itself, or being replayed, cannot be replayed.");
  }
}
