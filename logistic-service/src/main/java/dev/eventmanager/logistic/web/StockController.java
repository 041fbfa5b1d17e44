package dev.eventmanager.logistic.web;

import dev.eventmanager.logistic.domain.Stock;
import dev.eventmanager.logistic.domain.StockItem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController {

  private final Stock stock;

  StockController(Stock stock) {
    this.stock = stock;
  }

  @GetMapping("/stock")
  List<StockView> stock() {
    return stock.all().stream().map(StockView::of).toList();
  }

  record StockView(String product, long onHand, long reserved, long available) {

    static StockView of(StockItem item) {
      return new StockView(item.product(), item.onHand(), item.reserved(), item.available());
    }
  }
}
