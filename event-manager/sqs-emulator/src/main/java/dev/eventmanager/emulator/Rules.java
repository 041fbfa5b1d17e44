package dev.eventmanager.emulator;

import dev.eventmanager.emulator.FaultProxy.Answer;
import dev.eventmanager.emulator.FaultProxy.Target;
import tools.jackson.databind.node.ObjectNode;

/** What the endpoint should insist on by itself; asked for every request that got through. */
@FunctionalInterface
public interface Rules {

  Answer apply(Operation operation, ObjectNode request, Target target);
}
