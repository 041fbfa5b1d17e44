package dev.eventmanager.logistic;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the logistic service. */
@SpringBootApplication
public class LogisticApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(LogisticApplication.class, arguments);
  }
}
