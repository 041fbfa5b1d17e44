package dev.eventmanager.logistic.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's description, at {@code /v3/api-docs}, says beyond what the methods tell. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  /** Where the description holds what every problem looks like. */
  static final String PROBLEM = "#/components/responses/Problem";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Logistic service")
                .version("1")
                .description(
                    "Keeps the stock of the shop, reserves it for orders, dispatches and delivers them."))
        .components(new Components().addResponses("Problem", problem()));
  }

  private static ApiResponse problem() {
    return new ApiResponse()
        .description("A problem detail of RFC 9457 that lists every field at fault")
        .content(new Content()
            .addMediaType("application/problem+json", new MediaType().schema(problemDetail())));
  }

  private static Schema<?> problemDetail() {
    Schema<?> error = new ObjectSchema()
        .addProperty("field", new StringSchema().example("orderId"))
        .addProperty("message", new StringSchema().example("must be a whole number"));
    return new ObjectSchema()
        .addProperty("status", new IntegerSchema())
        .addProperty("title", new StringSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
        .addProperty("errors", new ArraySchema().items(error));
  }
}
