package dev.riderphotos.testkit;

import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import dev.riderphotos.ThrottledException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes ports fail: any port that it is put {@link #around}, at the calls that are chosen.
 *
 * <pre>{@code
 * Faults faults = new Faults();
 * PhotoStore photos = faults.around(PhotoStore.class, new InMemoryPhotoStore());
 * faults.next(2, Fault.RETRYABLE, call -> call.is(PhotoStore.class, "put"));
 * }</pre>
 */
public final class Faults {
  private final List<Rule> rules = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Map<Integer, Runnable> interludes = new HashMap<>();
  private final Map<Predicate<Call>, Runnable> awaited = new HashMap<>();
  private boolean crashed;

  /** What goes wrong. */
  public enum Fault {
    /** Nothing is done, and a repetition may help. */
    RETRYABLE,
    /** Nothing is done, and a repetition does not help. */
    FINAL,
    /** Nothing is done, for it was asked too often. */
    THROTTLED,
    /** Nothing is done, for the disk is full. */
    NO_ROOM,
    /** It is done, but nobody hears of it; a repetition may help. */
    ANSWER_LOST,
    /** It is done, but nobody hears of it; a repetition does not help. */
    ANSWER_LOST_FOR_GOOD,
    /** The process dies before it is done, and can do nothing from then on. */
    CRASH,
    /** The process dies right after it was done, and can do nothing from then on. */
    CRASH_AFTERWARDS,
    /** Whoever asks for it dies before it is done; others live on. */
    DEATH,
    /** Whoever asked for it dies right after it was done; others live on. */
    DEATH_AFTERWARDS;

    private boolean afterwards() {
      return switch (this) {
        case ANSWER_LOST, ANSWER_LOST_FOR_GOOD, CRASH_AFTERWARDS, DEATH_AFTERWARDS -> true;
        case RETRYABLE, FINAL, THROTTLED, NO_ROOM, CRASH, DEATH -> false;
      };
    }
  }

  /** The death of a process: nothing catches it. */
  public static final class Crash extends Error {
    private Crash() {
      super("on purpose", null, false, false);
    }
  }

  /** A call of a port. */
  public record Call(Class<?> port, String method) {
    public boolean is(Class<?> otherPort, String otherMethod) {
      return port.equals(otherPort) && method.equals(otherMethod);
    }

    @Override
    public String toString() {
      return port.getSimpleName() + "." + method;
    }
  }

  private static final class Rule {
    private final Fault fault;
    private final Predicate<Call> chosen;
    private int skip;
    private int left;

    private Rule(Fault fault, Predicate<Call> chosen, int skip, int times) {
      this.fault = fault;
      this.chosen = chosen;
      this.skip = skip;
      this.left = times;
    }

    private boolean strikes(Call call) {
      if (!chosen.test(call) || left == 0) {
        return false;
      }
      if (skip > 0) {
        skip--;
        return false;
      }
      left--;
      return true;
    }
  }

  /** The port, which fails from now on as is said here. */
  public <T> T around(Class<T> port, T backend) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> call(port, backend, method, arguments));
    return port.cast(proxy);
  }

  /** The next so many of the chosen calls fail. */
  public void next(int times, Fault fault, Predicate<Call> chosen) {
    add(new Rule(fault, chosen, 0, times));
  }

  /** All the chosen calls fail. */
  public void always(Fault fault, Predicate<Call> chosen) {
    next(Integer.MAX_VALUE, fault, chosen);
  }

  /** Of the chosen calls to come this one fails: the first is number 1. */
  public void nth(int number, Fault fault, Predicate<Call> chosen) {
    add(new Rule(fault, chosen, number - 1, 1));
  }

  /** Something else happens right before this call: the first of all is number 1. */
  public synchronized void before(int number, Runnable interlude) {
    interludes.put(number, interlude);
  }

  /** Something else happens right before the next of the chosen calls. */
  public synchronized void before(Predicate<Call> chosen, Runnable interlude) {
    awaited.put(chosen, interlude);
  }

  /** From now on all is well; a crashed process has been started again. */
  public synchronized void heal() {
    rules.clear();
    crashed = false;
  }

  /** Whether the process has died since it was last healed. */
  public synchronized boolean crashed() {
    return crashed;
  }

  /** What was called so far. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  private synchronized void add(Rule rule) {
    rules.add(rule);
  }

  private @Nullable Object call(
      Class<?> port, Object backend, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Call call = new Call(port, method.getName());
    Optional<Fault> fault = faultOf(call);
    interlude(call).run();
    if (fault.isPresent() && !fault.get().afterwards()) {
      throw thrown(fault.get(), call);
    }
    Object answer = forward(backend, method, arguments);
    if (fault.isPresent()) {
      throw thrown(fault.get(), call);
    }
    return answer;
  }

  private synchronized Optional<Fault> faultOf(Call call) {
    calls.add(call);
    if (crashed) {
      return Optional.of(Fault.CRASH);
    }
    Optional<Fault> fault =
        rules.stream().filter(rule -> rule.strikes(call)).map(rule -> rule.fault).findFirst();
    crashed =
        fault.filter(what -> what == Fault.CRASH || what == Fault.CRASH_AFTERWARDS).isPresent();
    return fault;
  }

  private synchronized Runnable interlude(Call call) {
    Optional<Predicate<Call>> chosen =
        awaited.keySet().stream().filter(each -> each.test(call)).findFirst();
    Runnable interlude =
        chosen.isPresent() ? awaited.remove(chosen.get()) : interludes.remove(calls.size());
    return interlude == null ? () -> {} : interlude;
  }

  private static @Nullable Object forward(
      Object backend, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(backend, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Throwable thrown(Fault fault, Call call) {
    IOException cause = new IOException("on purpose");
    return switch (fault) {
      case RETRYABLE, ANSWER_LOST -> new BackendException("do " + call, true, cause);
      case FINAL, ANSWER_LOST_FOR_GOOD -> new BackendException("do " + call, false, cause);
      case THROTTLED -> new ThrottledException("do " + call, cause);
      case NO_ROOM -> new StorageException("do " + call, true, cause);
      case CRASH, CRASH_AFTERWARDS, DEATH, DEATH_AFTERWARDS -> new Crash();
    };
  }
}
