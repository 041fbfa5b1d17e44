package dev.eventmanager.logistic;

import dev.eventmanager.logistic.domain.Announcements;
import dev.eventmanager.logistic.domain.Depot;
import dev.eventmanager.logistic.domain.Logistics;
import dev.eventmanager.logistic.domain.Shipments;
import dev.eventmanager.logistic.domain.Stock;
import dev.eventmanager.logistic.domain.UnitOfWork;
import dev.eventmanager.shop.order.OrderV1;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the domain, which knows no framework, its adapters. */
@Configuration(proxyBeanMethods = false)
class LogisticConfiguration {

  /**
   * An order of version 1 named no product, so of the one that stands for it there is always
   * enough.
   */
  private static final Set<String> UNCOUNTED = Set.of(OrderV1.PRODUCT);

  @Bean
  Logistics logistics(
      Shipments shipments, Stock stock, Announcements announcements, UnitOfWork unitOfWork) {
    return new Logistics(shipments, new Depot(stock, UNCOUNTED), announcements, unitOfWork);
  }
}
