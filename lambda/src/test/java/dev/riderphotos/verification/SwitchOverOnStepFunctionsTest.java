package dev.riderphotos.verification;

import dev.riderphotos.testkit.Scenario;

/** The same scenarios, run by the state machine. */
class SwitchOverOnStepFunctionsTest extends SwitchOverTest {
  /** No process dies here; of functions that do, KilledFunctionsTest tells. */
  @Override
  void whatACrashLeftEndsInTheCollectionThatIsLiveThen(Scenario scenario) {}
}
