package dev.riderphotos.intake;

import dev.riderphotos.intake.BodyRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes bodies in as they arrive. A body has its place among those on their way until it is closed;
 * while it arrives nothing else is held: {@link Turns} come afterwards. Whoever reads is a thread
 * that may wait, such as a virtual one; {@link #watch} ends its wait when a sender is too slow.
 */
public final class Intake {
  private final IntakeRules rules;
  private final Path folder;
  private final Shares places;
  private final Set<Arrival> arriving = ConcurrentHashMap.newKeySet();

  /**
   * Makes the intake of one process.
   *
   * @param folder of this process alone, for what is not kept in memory
   */
  public Intake(IntakeRules rules, Path folder) {
    this.rules = rules;
    this.folder = folder;
    this.places = new Shares(rules.bodies(), rules.perCaller());
  }

  /**
   * A body that a caller sends.
   *
   * @param account whose share of the places it takes
   * @param bytes as they arrive
   * @param declared how many there are to be, as the sender says, or -1
   * @param most how many there may be
   * @param asksFirst whether the sender waits to be asked for it, as by {@code Expect:
   *     100-continue}
   */
  public record Body(
      String account, InputStream bytes, long declared, long most, boolean asksFirst) {}

  /**
   * Begins to take a body in, for whoever reads it as it arrives.
   *
   * @return to be closed, whatever happens
   * @throws BodyRefused if too many are on their way
   */
  public Arrival begin(Body body) {
    synchronized (places) {
      if (!places.take(body.account())) {
        throw new BodyRefused(Reason.TOO_MANY);
      }
    }
    Arrival arrival = new Arrival(body, rules, this::end);
    arriving.add(arrival);
    return arrival;
  }

  /**
   * Takes a whole body in. Of one that is too large the rest is read and forgotten.
   *
   * @return to be closed, whatever happens; keeps the body's place until then
   * @throws BodyRefused if too many are on their way, or it is too large, too slow or cut short
   * @throws java.io.UncheckedIOException if it cannot be kept
   */
  public Spool take(Body body) {
    Arrival arrival = begin(body);
    try {
      return spool(arrival).andThen(arrival::close);
    } catch (IOException broken) {
      arrival.close();
      throw new BodyRefused(Reason.CUT_SHORT, broken);
    } catch (BodyRefused refused) {
      arrival.forget();
      arrival.close();
      throw refused;
    } catch (RuntimeException refused) {
      arrival.close();
      throw refused;
    }
  }

  /**
   * Keeps what a stream has to give, for instance a part of a form that arrives.
   *
   * @return to be closed, whatever happens
   * @throws IOException if the stream breaks off
   * @throws java.io.UncheckedIOException if it cannot be kept
   */
  public Spool spool(InputStream stream) throws IOException {
    return Spool.of(stream, folder);
  }

  /** Ends the wait for senders that are too slow. To be called once a second. */
  public void watch() {
    arriving.forEach(Arrival::second);
  }

  private void end(Arrival arrival) {
    arriving.remove(arrival);
    synchronized (places) {
      places.free(arrival.account());
    }
  }
}
