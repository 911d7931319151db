package dev.riderphotos.queue;

import dev.riderphotos.execution.StoppedException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** The turn of one execution, for the thread that runs it. While that pauses, others have it. */
final class Turn implements Pauses, AutoCloseable {
  private final Turns turns;
  private final String lane;
  private boolean held = true;

  /** Makes a turn that has come. */
  Turn(Turns turns, String lane) {
    this.turns = turns;
    this.lane = lane;
  }

  @Override
  public void begin() {
    close();
  }

  @Override
  public void end() {
    CompletableFuture<Void> again = new CompletableFuture<>();
    turns.ask(lane, again);
    try {
      again.join();
    } catch (CancellationException closed) {
      throw new StoppedException();
    }
    held = true;
  }

  @Override
  public void close() {
    if (held) {
      held = false;
      turns.giveBack();
    }
  }
}
