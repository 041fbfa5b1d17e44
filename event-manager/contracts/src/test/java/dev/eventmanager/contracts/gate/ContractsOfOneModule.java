package dev.eventmanager.contracts.gate;

import java.nio.file.Path;
import java.util.List;

/** As a shared module has it, and not found by the build. */
record ContractsOfOneModule(List<Path> resources) implements StaysCompatible {}
