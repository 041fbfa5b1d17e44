package dev.eventmanager.logistic.web;

import dev.eventmanager.logistic.domain.Logistics;
import dev.eventmanager.logistic.domain.OrderId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/shipments")
class ShipmentController {

  private final Logistics logistics;

  ShipmentController(Logistics logistics) {
    this.logistics = logistics;
  }

  @GetMapping("/{orderId}")
  ShipmentView shipment(@PathVariable long orderId) {
    return ShipmentView.of(logistics.find(new OrderId(orderId)));
  }

  /** Only what was dispatched can arrive; to report it again changes nothing. */
  @PostMapping("/{orderId}/delivered")
  ShipmentView delivered(@PathVariable long orderId) {
    return ShipmentView.of(logistics.delivered(new OrderId(orderId)));
  }
}
