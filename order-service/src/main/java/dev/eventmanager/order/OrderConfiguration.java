package dev.eventmanager.order;

import dev.eventmanager.order.domain.OrderAnnouncements;
import dev.eventmanager.order.domain.OrderDesk;
import dev.eventmanager.order.domain.Orders;
import dev.eventmanager.order.domain.UnitOfWork;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the domain, which knows no framework, together with what implements its ports. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

  @Bean
  OrderDesk orderDesk(Orders orders, OrderAnnouncements announcements, UnitOfWork unitOfWork) {
    return new OrderDesk(orders, announcements, unitOfWork, Clock.systemUTC());
  }
}
