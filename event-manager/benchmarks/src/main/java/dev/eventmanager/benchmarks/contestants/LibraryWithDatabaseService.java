package dev.eventmanager.benchmarks.contestants;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/** The same service with a database. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration
class LibraryWithDatabaseService extends LibraryService {}
