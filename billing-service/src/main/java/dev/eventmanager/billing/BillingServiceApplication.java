package dev.eventmanager.billing;

import dev.eventmanager.billing.domain.Billing;
import dev.eventmanager.billing.domain.BillingAnnouncements;
import dev.eventmanager.billing.domain.CreditPolicy;
import dev.eventmanager.billing.domain.Invoices;
import dev.eventmanager.billing.domain.Ledger;
import dev.eventmanager.billing.domain.UnitOfWork;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The process of the billing service. */
@SpringBootApplication
@EnableConfigurationProperties(BillingSettings.class)
public class BillingServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(BillingServiceApplication.class, args);
  }

  @Bean
  Billing billing(
      Invoices invoices,
      Ledger ledger,
      BillingAnnouncements announcements,
      UnitOfWork unitOfWork,
      BillingSettings settings) {
    CreditPolicy policy = new CreditPolicy(settings.creditLimit());
    return new Billing(invoices, ledger, announcements, unitOfWork, policy, Clock.systemUTC());
  }
}
