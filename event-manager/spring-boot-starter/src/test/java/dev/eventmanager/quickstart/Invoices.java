package dev.eventmanager.quickstart;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.OnEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

@Component
class Invoices {

  private final List<String> written = new CopyOnWriteArrayList<>();

  // snippet: subscribe
  @OnEvent(queue = "billing_parcel", pattern = "parcel.*.sent")
  void sent(Parcel parcel, EventMetadata metadata) {
    written.add("%s kg by %s".formatted(parcel.kilograms(), metadata.source()));
  }
  // end

  List<String> written() {
    return written;
  }
}
