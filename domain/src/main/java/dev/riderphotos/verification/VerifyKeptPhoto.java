package dev.riderphotos.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.review.VerifyAgain;
import java.util.concurrent.CompletableFuture;

/** Verifies a photo once more that is kept already, as every other: by whatever runs executions. */
public final class VerifyKeptPhoto implements VerifyAgain {
  private final WorkflowEngine engine;
  private final ExecutionRunner runner;

  public VerifyKeptPhoto(WorkflowEngine engine, ExecutionRunner runner) {
    this.engine = engine;
    this.runner = runner;
  }

  @Override
  public void verify(ExecutionId id, Submission submission) {
    Execution begun = engine.start(id, submission);
    CompletableFuture<Execution> _ = runner.run(begun.id()); // the watcher hears of it
  }
}
