package dev.eventmanager.logistic.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Logistic service")
                .version("1")
                .description(
                    "Keeps the stock of the shop, reserves it for orders, dispatches and delivers them."));
  }
}
