package dev.riderphotos.intake;

import dev.riderphotos.intake.BodyRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A body as it arrives. Every read may end with {@link BodyRefused}, because it is too large, too
 * slow or cut short, instead of an {@link IOException}. One thread reads it.
 */
public final class Arrival extends InputStream {
  private final Intake.Body body;
  private final Pace pace;
  private final Consumer<Arrival> end;
  private long most;
  private long received;
  private boolean complete;
  private boolean closed;
  private @Nullable Reason refusal;
  private @Nullable Thread reader;

  Arrival(Intake.Body body, IntakeRules rules, Consumer<Arrival> end) {
    this.body = body;
    this.pace = new Pace(rules);
    this.most = body.most();
    this.end = end;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer) {
    return read(buffer, 0, buffer.length);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    begin();
    try {
      int bytes = body.bytes().read(buffer, offset, length);
      return count(bytes);
    } catch (IOException broken) {
      throw broken(broken);
    } finally {
      pause();
    }
  }

  /** The rest is not read. Closing again is harmless. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    end.accept(this);
    try {
      body.bytes().close();
    } catch (IOException gone) {
      // Then there is no rest.
    }
  }

  /**
   * Reads the rest of a body that is refused and forgets it, for most senders hear of a refusal
   * only once they have sent all; unless its sender waits to be asked for it, or was too slow.
   */
  public void forget() {
    if (!body.asksFirst()) {
      readOn();
      byte[] buffer = new byte[Spool.SMALL];
      try {
        while (read(buffer) >= 0) {
          // What was read is forgotten.
        }
      } catch (BodyRefused gone) {
        // Then nobody waits for the answer either.
      }
    }
  }

  String account() {
    return body.account();
  }

  /** Refuses the body if, after one more second, it has come too slowly. */
  synchronized void second() {
    if (refusal != Reason.TOO_SLOW && !complete && !pace.keptUp(received)) {
      refusal = Reason.TOO_SLOW;
      if (reader != null) {
        reader.interrupt();
      }
    }
  }

  private synchronized void begin() {
    if (refusal == null && body.declared() > most) {
      refusal = Reason.TOO_LARGE;
    }
    if (refusal == null && closed) {
      refusal = Reason.CUT_SHORT; // nobody would watch over it
    }
    if (refusal != null) {
      throw new BodyRefused(refusal);
    }
    reader = Thread.currentThread();
  }

  private synchronized int count(int bytes) {
    complete = bytes < 0;
    received += Math.max(bytes, 0);
    if (refusal == null && received > most) {
      refusal = Reason.TOO_LARGE;
    }
    if (refusal != null) {
      throw new BodyRefused(refusal);
    }
    return bytes;
  }

  private synchronized BodyRefused broken(IOException cause) {
    if (refusal == null) {
      refusal = Reason.CUT_SHORT;
    }
    return new BodyRefused(refusal, cause);
  }

  /** From here on the thread is not ours to interrupt. */
  private synchronized void pause() {
    reader = null;
    if (refusal == Reason.TOO_SLOW) {
      boolean _ = Thread.interrupted();
    }
  }

  private synchronized void readOn() {
    if (refusal == Reason.TOO_LARGE) {
      refusal = null;
    }
    most = Long.MAX_VALUE;
  }
}
