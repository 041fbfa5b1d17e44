package dev.eventmanager.billing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the billing service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BillingApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(BillingApplication.class, arguments);
  }
}
