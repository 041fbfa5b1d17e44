package dev.eventmanager.autoconfigure.access;

import static dev.eventmanager.autoconfigure.access.OperationsRole.EVENT_OPERATOR;
import static dev.eventmanager.autoconfigure.access.OperationsRole.EVENT_VIEWER;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Lets users in to the operations endpoints and concerns no other path. HTTP Basic without a session:
 * there is nothing to steal between requests, and nothing to forge but a request of a browser that
 * remembers the password. Such a one, from another site, says where it comes from and is refused.
 */
final class OperationsSecurity {

  private final List<String> paths;
  private final AuthenticationManager users;

  OperationsSecurity(List<String> paths, AuthenticationManager users) {
    this.paths = List.copyOf(paths);
    this.users = users;
  }

  SecurityFilterChain chain(HttpSecurity http) {
    AccessProblems problems = new AccessProblems();
    return http.securityMatcher(paths.stream().map(path -> path + "/**").toArray(String[]::new))
        .authenticationManager(users)
        .authorizeHttpRequests(requests -> requests
            .requestMatchers(HttpMethod.GET)
            .hasAnyRole(EVENT_VIEWER.name(), EVENT_OPERATOR.name())
            .requestMatchers(HttpMethod.POST)
            .hasRole(EVENT_OPERATOR.name())
            .anyRequest()
            .denyAll())
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .cors(cors -> cors.configurationSource(request -> new CorsConfiguration()))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }
}
