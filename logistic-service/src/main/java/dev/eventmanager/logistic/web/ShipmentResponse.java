package dev.eventmanager.logistic.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.logistic.domain.Address;
import dev.eventmanager.logistic.domain.Consignment;
import dev.eventmanager.logistic.domain.Missing;
import dev.eventmanager.logistic.domain.Shipment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shipment as the API shows it; {@code missing} names the products that stock lacked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShipmentResponse(
    String id,
    long orderId,
    Shipment.Stage status,
    boolean settled,
    List<Line> lines,
    List<Missing> missing,
    @Nullable Address deliverTo) {

  record Line(String product, long quantity) {

    static Line of(Map.Entry<String, Long> line) {
      return new Line(line.getKey(), line.getValue());
    }
  }

  static ShipmentResponse of(Shipment shipment) {
    return new ShipmentResponse(
        shipment.id(),
        shipment.orderId().value(),
        shipment.stage(),
        shipment.settled(),
        shipment.goods().quantities().entrySet().stream().map(Line::of).toList(),
        shipment.missing(),
        shipment.consignment().map(Consignment::address).orElse(null));
  }
}
