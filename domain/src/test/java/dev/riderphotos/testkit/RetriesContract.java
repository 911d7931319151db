package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.Retries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Retries} keeps. */
public abstract class RetriesContract {
  private final List<Integer> attempts = new ArrayList<>();

  /** Retries with {@link #maxAttempts} and pauses too short to notice. */
  protected abstract Retries retries();

  /** How often it tries at most, the first time included; at least 3. */
  protected abstract int maxAttempts();

  @Test
  void whatSucceedsIsDoneOnce() {
    assertThat(retries().call(this::counted)).isEqualTo("attempt 1");
    assertThat(attempts).containsExactly(1);
  }

  @Test
  void aPassingFaultIsTriedAgain() {
    String result =
        retries()
            .call(
                attempt -> {
                  String answer = counted(attempt);
                  if (attempt < 3) {
                    throw fault(true);
                  }
                  return answer;
                });

    assertThat(result).isEqualTo("attempt 3");
    assertThat(attempts).containsExactly(1, 2, 3);
  }

  @Test
  void aLastingFaultIsThrownAsItIs() {
    BackendException fault = fault(false);

    assertThatThrownBy(() -> failing(fault)).isSameAs(fault);
    assertThat(attempts).containsExactly(1);
  }

  @Test
  void afterTheLastAttemptTheLastFaultIsThrownAsItIs() {
    List<BackendException> faults = new ArrayList<>();

    assertThatThrownBy(
            () ->
                retries()
                    .<String>call(
                        attempt -> {
                          attempts.add(attempt);
                          faults.add(fault(true));
                          throw faults.getLast();
                        }))
        .isSameAs(faults.getLast());
    assertThat(attempts)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, maxAttempts()).boxed().toList());
  }

  @Test
  void aConflictIsTriedAgainAndInTheEndThrownAsItIs() {
    Conflict conflict = new Conflict("write the test");

    assertThatThrownBy(() -> failing(conflict)).isSameAs(conflict);
    assertThat(attempts).hasSize(maxAttempts());
  }

  @Test
  void anythingElseIsThrownAsItIs() {
    RuntimeException mistake = new IllegalArgumentException("a caller's mistake");

    assertThatThrownBy(() -> failing(mistake)).isSameAs(mistake);
    assertThat(attempts).containsExactly(1);
  }

  @Test
  void anErrorIsThrownAsItIs() {
    Error error = new AssertionError("not even an exception");

    assertThatThrownBy(
            () ->
                retries()
                    .<String>call(
                        attempt -> {
                          attempts.add(attempt);
                          throw error;
                        }))
        .isSameAs(error);
    assertThat(attempts).containsExactly(1);
  }

  @Test
  void everyCallCountsForItself() {
    List<String> results =
        Concurrently.call(
            16,
            number ->
                retries()
                    .call(
                        attempt -> {
                          if (attempt < 1 + number % 3) {
                            throw fault(true);
                          }
                          return number + " after " + attempt;
                        }));

    assertThat(results)
        .containsExactlyElementsOf(
            IntStream.range(0, 16)
                .mapToObj(number -> number + " after " + (1 + number % 3))
                .toList());
  }

  private String counted(int attempt) {
    attempts.add(attempt);
    return "attempt " + attempt;
  }

  private String failing(RuntimeException exception) {
    return retries()
        .call(
            attempt -> {
              attempts.add(attempt);
              throw exception;
            });
  }

  private static BackendException fault(boolean retryable) {
    return new BackendException("read the test", retryable, new IOException("on purpose"));
  }
}
