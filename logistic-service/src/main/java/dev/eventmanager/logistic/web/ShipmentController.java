package dev.eventmanager.logistic.web;

import dev.eventmanager.logistic.domain.Logistics;
import dev.eventmanager.logistic.domain.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/shipments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Shipments")
class ShipmentController {

  private final Logistics logistics;

  ShipmentController(Logistics logistics) {
    this.logistics = logistics;
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "See the shipment of an order, with its status and goods")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = ApiDescription.PROBLEM)
  @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
  ShipmentResponse shipment(@PathVariable long orderId) {
    return ShipmentResponse.of(logistics.find(new OrderId(orderId)));
  }

  @PostMapping("/{orderId}/delivered")
  @Operation(
      summary = "Report a shipment as delivered",
      description = "Possible once it is dispatched. A second report changes nothing.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = ApiDescription.PROBLEM)
  @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
  @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
  ShipmentResponse delivered(@PathVariable long orderId) {
    try (var ignored = MDC.putCloseable("orderId", Long.toString(orderId))) {
      return ShipmentResponse.of(logistics.delivered(new OrderId(orderId)));
    }
  }
}
