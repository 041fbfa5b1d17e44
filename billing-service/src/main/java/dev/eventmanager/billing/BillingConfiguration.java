package dev.eventmanager.billing;

import dev.eventmanager.billing.domain.Announcements;
import dev.eventmanager.billing.domain.Billing;
import dev.eventmanager.billing.domain.CreditPolicy;
import dev.eventmanager.billing.domain.Invoices;
import dev.eventmanager.billing.domain.Ledger;
import dev.eventmanager.billing.domain.UnitOfWork;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the domain, which knows no framework, its adapters. */
@Configuration(proxyBeanMethods = false)
class BillingConfiguration {

  @Bean
  Billing billing(
      Invoices invoices,
      Ledger ledger,
      Announcements announcements,
      UnitOfWork unitOfWork,
      BillingSettings settings) {
    CreditPolicy policy = new CreditPolicy(settings.creditLimit());
    return new Billing(invoices, ledger, announcements, unitOfWork, policy, Clock.systemUTC());
  }
}
