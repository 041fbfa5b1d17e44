package dev.eventmanager.logistic.web;

import dev.eventmanager.logistic.domain.Stock;
import dev.eventmanager.logistic.domain.StockItem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Stock")
class StockController {

  private final Stock stock;

  StockController(Stock stock) {
    this.stock = stock;
  }

  @GetMapping(path = "/stock", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "See how many of each product there are, and how many of them are promised")
  List<StockResponse> stock() {
    return stock.all().stream().map(StockResponse::of).toList();
  }

  record StockResponse(String product, long onHand, long reserved, long available) {

    static StockResponse of(StockItem item) {
      return new StockResponse(item.product(), item.onHand(), item.reserved(), item.available());
    }
  }
}
