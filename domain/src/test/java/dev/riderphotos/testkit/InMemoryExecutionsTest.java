package dev.riderphotos.testkit;

import dev.riderphotos.execution.Executions;

class InMemoryExecutionsTest extends ExecutionsContract {
  private final InMemoryExecutions executions = new InMemoryExecutions();

  @Override
  protected Executions executions() {
    return executions;
  }

  @Override
  protected Executions ofTheNextProcess() {
    executions.holderDied();
    return executions;
  }
}
