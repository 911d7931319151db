package dev.riderphotos.web;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Server-sent events of what goes on, each stream with a place of its caller's share. */
@Singleton
public final class LiveStreams {
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final StreamPlaces places;

  LiveStreams(StreamPlaces places) {
    this.places = places;
  }

  /**
   * An event for each of these that differs from the one before, until there are no more or the
   * caller has gone.
   *
   * @param what is watched, as a sentence calls it that says there is no place left
   */
  public <T> Publisher<Event<T>> of(HttpRequest<?> request, String what, Flux<T> changes) {
    if (request.getMethod() == HttpMethod.HEAD) {
      return Flux.empty(); // nobody reads it, so it would never end
    }
    StreamPlaces.Place place = places.take(Account.of(request)).orElseThrow(() -> tooMany(what));
    Mono<Void> gone = Departure.of(request).doOnSuccess(_ -> place.leave());
    gone.subscribe();
    return changes
        .takeUntilOther(gone)
        .distinctUntilChanged()
        .map(Event::of)
        .doFinally(_ -> place.leave());
  }

  private static ProblemException tooMany(String what) {
    return ProblemException.busy(
        "TOO_MANY_STREAMS", "Too many are watching. Ask for " + what + " itself.", COME_BACK);
  }
}
