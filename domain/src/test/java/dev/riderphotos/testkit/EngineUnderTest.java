package dev.riderphotos.testkit;

import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.verification.WorkflowEngine;
import java.util.ServiceLoader;

/**
 * Another engine that the scenarios of {@link Verifications} are run on: a service, so that a
 * module which provides one runs the same tests on it. Elsewhere they run in one process.
 */
public interface EngineUnderTest {
  /** The engine on these ports. Its runs come to their end before they return. */
  WorkflowEngine engine(Ports ports, RiderSettings settings);

  /** The one that is provided, or the process's own. */
  static WorkflowEngine of(Ports ports, RiderSettings settings) {
    return ServiceLoader.load(EngineUnderTest.class)
        .findFirst()
        .map(provided -> provided.engine(ports, settings))
        .orElseGet(() -> ports.verifyRiderPhoto(settings));
  }
}
