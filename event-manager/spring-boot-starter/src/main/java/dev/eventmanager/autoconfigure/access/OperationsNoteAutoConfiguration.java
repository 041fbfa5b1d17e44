package dev.eventmanager.autoconfigure.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Gives every service the note, most of all those that lack something. */
@AutoConfiguration
class OperationsNoteAutoConfiguration {

  @Bean
  OperationsNote operationsNote(
      Environment environment,
      ObjectProvider<PathMappedEndpoints> endpoints,
      ObjectProvider<OperationsProperties> properties) {
    return new OperationsNote(environment, endpoints, properties);
  }
}
