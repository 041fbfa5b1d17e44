package dev.eventmanager.logistic.web;

import dev.eventmanager.logistic.domain.Logistics;
import dev.eventmanager.logistic.domain.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/shipments")
@Tag(name = "Shipments")
class ShipmentController {

  private final Logistics logistics;

  ShipmentController(Logistics logistics) {
    this.logistics = logistics;
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "See the shipment of an order, with its status and goods")
  ShipmentResponse shipment(@PathVariable long orderId) {
    return ShipmentResponse.of(logistics.find(new OrderId(orderId)));
  }

  @PostMapping("/{orderId}/delivered")
  @Operation(
      summary = "Report a shipment as delivered",
      description = "Possible once it is dispatched. A second report changes nothing.")
  ShipmentResponse delivered(@PathVariable long orderId) {
    return ShipmentResponse.of(logistics.delivered(new OrderId(orderId)));
  }
}
