package dev.riderphotos.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Riders without end who are verified, and others who send their face again or are erased, after
 * which they may come back under another id.
 */
public final class ComingAndGoing implements AutoCloseable {
  private static final int STAYING = 5;
  private static final int MANY = 12;

  /** Enough that somebody is always away, few enough that they do not look alike. */
  private static final int PEOPLE = 24;

  private final Client client;
  private final Random random = new Random(20261129);
  private final Semaphore arrivals = new Semaphore(0);
  private final Semaphore erasures = new Semaphore(0);
  private final Semaphore changes = new Semaphore(1 - STAYING);
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final List<Future<?>> work;
  private final Map<String, Person> verified = new TreeMap<>();
  private final Set<String> leaving = new TreeSet<>();
  private final Set<String> erased = new TreeSet<>();
  private volatile boolean stopped;

  public ComingAndGoing(Client client) {
    this.client = client;
    this.work = List.of(threads.submit(this::come), threads.submit(this::change));
  }

  /** Who was told so, and is not about to be erased. */
  public synchronized Set<String> verified() {
    return new TreeSet<>(verified.keySet());
  }

  /** Whose erasure was asked for, be it done or not. */
  public synchronized Set<String> leaving() {
    return new TreeSet<>(leaving);
  }

  /** Whose erasure was acknowledged. */
  public synchronized Set<String> erased() {
    return new TreeSet<>(erased);
  }

  /** Returns when so many more have been verified. */
  public void waitForArrivals(int riders) throws InterruptedException {
    waitFor(riders, arrivals);
  }

  /** Returns when so many more have been erased. */
  public void waitForErasures(int riders) throws InterruptedException {
    waitFor(riders, erasures);
  }

  @Override
  public void close() throws InterruptedException, ExecutionException {
    stopped = true;
    changes.release(STAYING);
    for (Future<?> one : work) {
      Object _ = one.get();
    }
    threads.close();
  }

  private static void waitFor(int more, Semaphore news) throws InterruptedException {
    int _ = news.drainPermits();
    assertThat(news.tryAcquire(more, 120, TimeUnit.SECONDS)).as("somebody is at work").isTrue();
  }

  private void come() {
    for (int number = 0; !stopped; number++) {
      Person person = Person.numbered(number % PEOPLE);
      Answer answer = client.verify("rider-" + number, Photos.of(person));
      // Others are there already, or look like somebody who is.
      if ("VERIFIED".equals(answer.at("status"))) {
        arrived("rider-" + number, person);
      }
    }
  }

  private void change() {
    while (!stopped) {
      changes.acquireUninterruptibly(); // one for each who came, so that enough stay
      String rider = anyone();
      if (random.nextInt(3) == 0 || verified().size() > MANY) {
        erase(rider);
      } else {
        Answer answer = client.verify(rider, Photos.of(person(rider)), "&replace=true");
        assertThat(answer.at("status")).as(rider).isNotEqualTo("FAILED");
      }
    }
  }

  private void erase(String rider) {
    leave(rider);
    assertThat(client.delete(Client.pathOf(rider)).status()).isEqualTo(200);
    gone(rider);
  }

  private synchronized void arrived(String rider, Person person) {
    verified.put(rider, person);
    arrivals.release();
    changes.release();
  }

  private synchronized void leave(String rider) {
    leaving.add(rider);
    verified.remove(rider);
  }

  private synchronized void gone(String rider) {
    erased.add(rider);
    erasures.release();
  }

  private synchronized String anyone() {
    List<String> riders = new ArrayList<>(verified.keySet());
    return riders.get(random.nextInt(riders.size()));
  }

  private synchronized Person person(String rider) {
    return Objects.requireNonNull(verified.get(rider));
  }
}
