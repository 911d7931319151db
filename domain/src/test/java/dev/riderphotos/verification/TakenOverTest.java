package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.InMemoryExecutions;
import dev.riderphotos.testkit.Scenario;
import dev.riderphotos.testkit.Verifications;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process is thought to be dead, and lives: another one does the whole execution meanwhile. */
class TakenOverTest {
  @ParameterizedTest
  @EnumSource
  void whoWasTakenOverStopsAndSpoilsNothing(Scenario scenario) {
    int save = 0;
    TakenOver journal;
    do {
      Verifications verifications = new Verifications();
      scenario.prepare(verifications);
      WorkflowEngine successor = verifications.verification();
      int endedBefore = verifications.watcher().ended().size();
      journal = new TakenOver(verifications.executions(), successor, ++save);
      Executions zombies = journal;
      verifications.swap(ports -> ports.withExecutions(zombies));

      Execution end = scenario.play(verifications);

      assertThat(end.status()).isEqualTo(scenario.end());
      assertThat(verifications.executions().find(end.id())).contains(end);
      assertThat(verifications.watcher().ended()).hasSize(endedBefore + 1);
      Consistency.holds(verifications);
    } while (journal.takenOver);
    assertThat(save).isGreaterThan(3);
  }

  /** Just before one of the zombie's writes the successor runs the execution to its end. */
  private static final class TakenOver implements Executions {
    private final InMemoryExecutions journal;
    private final WorkflowEngine successor;
    private int savesLeft;
    private boolean takenOver;

    private TakenOver(InMemoryExecutions journal, WorkflowEngine successor, int save) {
      this.journal = journal;
      this.successor = successor;
      this.savesLeft = save;
    }

    @Override
    public void save(Execution execution) {
      if (takenOver || --savesLeft == 0) {
        if (!takenOver) {
          takenOver = true;
          Execution _ = successor.run(execution.id());
        }
        throw new TakenOverException(execution.id());
      }
      journal.save(execution);
    }

    @Override
    public Execution start(Execution execution) {
      return journal.start(execution);
    }

    @Override
    public boolean claim(ExecutionId id) {
      return journal.claim(id);
    }

    @Override
    public void release(ExecutionId id) {
      journal.release(id);
    }

    @Override
    public Execution change(ExecutionId id, ExecutionArn holder, UnaryOperator<Execution> change) {
      return journal.change(id, holder, change);
    }

    @Override
    public List<Execution> heldByStateMachines() {
      return journal.heldByStateMachines();
    }

    @Override
    public int forgetFace(FaceId face) {
      return journal.forgetFace(face);
    }

    @Override
    public boolean redrive(Execution begun) {
      return journal.redrive(begun);
    }

    @Override
    public Optional<Execution> find(ExecutionId id) {
      return journal.find(id);
    }

    @Override
    public Page list(Filter filter, @Nullable Cursor after, int limit) {
      return journal.list(filter, after, limit);
    }

    @Override
    public Total count(Filter filter, int most) {
      return journal.count(filter, most);
    }

    @Override
    public Page startedBefore(Instant moment, @Nullable Cursor after, int limit) {
      return journal.startedBefore(moment, after, limit);
    }

    @Override
    public List<ExecutionId> unfinished() {
      return journal.unfinished();
    }

    @Override
    public void delete(ExecutionId id) {
      journal.delete(id);
    }
  }
}
