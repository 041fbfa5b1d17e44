package dev.eventmanager.logistic;

import dev.eventmanager.logistic.domain.Depot;
import dev.eventmanager.logistic.domain.LogisticAnnouncements;
import dev.eventmanager.logistic.domain.Logistics;
import dev.eventmanager.logistic.domain.Shipments;
import dev.eventmanager.logistic.domain.Stock;
import dev.eventmanager.logistic.domain.UnitOfWork;
import dev.eventmanager.shop.order.OrderV1;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The process of the logistic service. */
@SpringBootApplication
public class LogisticServiceApplication {

  /**
   * An order of version 1 named no product, so of the one that stands for it there is always
   * enough.
   */
  private static final Set<String> UNCOUNTED = Set.of(OrderV1.PRODUCT);

  public static void main(String[] args) {
    SpringApplication.run(LogisticServiceApplication.class, args);
  }

  @Bean
  Logistics logistics(
      Shipments shipments,
      Stock stock,
      LogisticAnnouncements announcements,
      UnitOfWork unitOfWork) {
    return new Logistics(shipments, new Depot(stock, UNCOUNTED), announcements, unitOfWork);
  }
}
