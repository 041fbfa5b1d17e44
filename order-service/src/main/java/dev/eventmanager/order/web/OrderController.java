package dev.eventmanager.order.web;

import dev.eventmanager.order.domain.Order;
import dev.eventmanager.order.domain.OrderDesk;
import dev.eventmanager.order.domain.OrderStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
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

@RestController
@RequestMapping(path = "/orders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class OrderController {

  private static final Logger LOG = LoggerFactory.getLogger(OrderController.class);

  private final OrderDesk desk;

  OrderController(OrderDesk desk) {
    this.desk = desk;
  }

  @PostMapping
  @Operation(
      summary = "Submit an order",
      description =
          "The same Idempotency-Key with the same order gives the order that was taken before; with"
              + " another order it is a 422. Keys are kept as long as their orders.")
  @ApiResponse(responseCode = "201", description = "Taken; Location says where to see it")
  @ApiResponse(responseCode = "400", ref = ApiDescription.PROBLEM)
  @ApiResponse(responseCode = "413", ref = ApiDescription.PROBLEM)
  @ApiResponse(responseCode = "422", ref = ApiDescription.PROBLEM)
  ResponseEntity<OrderResponse> submit(
      @RequestHeader(name = "Idempotency-Key", required = false) @Text @Size(max = 255) @Nullable
          String key,
      @Valid @RequestBody OrderRequest request) {
    Order order = desk.submit(request.toPurchase(), Optional.ofNullable(key));
    log(order, "submitted");
    return ResponseEntity.created(URI.create("/orders/" + order.id()))
        .body(OrderResponse.of(order));
  }

  @GetMapping("/{id}")
  @Operation(summary = "See an order, with its status, lines, total and history")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
  OrderResponse find(@PathVariable long id) {
    return OrderResponse.of(desk.find(id));
  }

  @GetMapping
  @Operation(
      summary = "List orders, the newest first",
      description = "For the next page, give the smallest id of this one as before.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = ApiDescription.PROBLEM)
  List<OrderSummaryResponse> list(
      @RequestParam(required = false) @Nullable OrderStatus status,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Positive long before,
      @RequestParam(defaultValue = "100") @Positive @Max(500) int limit) {
    return desk.list(Optional.ofNullable(status), before, limit).stream()
        .map(OrderSummaryResponse::of)
        .toList();
  }

  @PostMapping("/{id}/chargeback")
  @Operation(
      summary = "Call an order off",
      description =
          "Possible until and after it is delivered, but not once it is refused. A second call changes"
              + " nothing.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
  @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
  OrderResponse chargeBack(
      @PathVariable long id,
      @Valid @RequestBody(required = false) @Nullable ChargebackRequest request) {
    Order order = desk.chargeBack(id, ChargebackRequest.reasonOf(request));
    log(order, "charged back");
    return OrderResponse.of(order);
  }

  private static void log(Order order, String what) {
    try (var ignored = MDC.putCloseable("orderId", Long.toString(order.id()))) {
      LOG.info("Order {} {}", order.id(), what);
    }
  }
}
