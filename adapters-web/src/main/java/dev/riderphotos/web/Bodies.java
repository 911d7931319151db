package dev.riderphotos.web;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.StorageException;
import dev.riderphotos.intake.Arrival;
import dev.riderphotos.intake.BodyRefused;
import dev.riderphotos.intake.Intake;
import dev.riderphotos.intake.Spool;
import dev.riderphotos.photo.Photo;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bodies of requests on their way in, each in its caller's share of the places. */
@Singleton
public final class Bodies {
  private static final int SMALL = 64 * 1024;

  private final Intake intake;
  private final Allowance allowance;

  Bodies(Intake intake, Allowance allowance) {
    this.intake = intake;
    this.allowance = allowance;
  }

  /** What a body is, and so how large it may be. */
  public enum Kind {
    PHOTO(Photo.MAX_BYTES, "The photo is larger than 15 MB. Send a smaller one."),
    /** With room for its fields and for what stands between its parts; or in base64. */
    PHOTO_FORM(2L * Photo.MAX_BYTES, PHOTO.tooLarge),
    FORM(SMALL, "The form is larger than 64 KB."),
    JSON(SMALL, "The JSON is larger than 64 KB."),
    RECORDS(16L * 1024 * 1024, "The records file is larger than 16 MB. Split it.");

    private final long most;
    private final String tooLarge;

    Kind(long most, String tooLarge) {
      this.most = most;
      this.tooLarge = tooLarge;
    }

    /** Refuses what came in with something larger, and is too large by itself. */
    public void requireFits(long bytes) {
      if (bytes > most) {
        throw new ProblemException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", tooLarge);
      }
    }
  }

  /**
   * Gives a body to whoever reads it as it arrives; of one that is too large the rest is read, too.
   *
   * @throws ProblemException if it is refused, in whichever way
   */
  public <T> T read(
      HttpRequest<?> request, @Nullable InputStream body, Kind kind, Function<Arrival, T> use) {
    return open(
        request,
        body,
        kind,
        arrival -> {
          T result = use.apply(arrival);
          arrival.close();
          return result;
        });
  }

  /** As {@link #read}, for what closes the body by itself when it is closed. */
  public <T> T open(
      HttpRequest<?> request, @Nullable InputStream body, Kind kind, Function<Arrival, T> use) {
    try {
      return heard(intake.begin(body(request, body, kind)), use);
    } catch (BodyRefused refusal) {
      throw refused(request, kind, refusal);
    } catch (ProblemException refusal) {
      Refusals.endConnection(request); // of who sent too much, or what was not read to its end
      throw refusal;
    } catch (UncheckedIOException fault) {
      throw StorageException.of("keep an upload", requireNonNull(fault.getCause()));
    }
  }

  /** As {@link #read}, of a body that is small by its kind. */
  public byte[] bytes(HttpRequest<?> request, @Nullable InputStream body, Kind kind) {
    return read(request, body, kind, Bodies::all);
  }

  /**
   * Keeps what a stream has to give, such as a part of a form.
   *
   * @throws IOException if the stream breaks off
   */
  public Spool spool(InputStream stream) throws IOException {
    return intake.spool(stream);
  }

  /** As {@link #read}, of a photo by itself; it is taken in when it is asked for. */
  public PhotoUploads.Upload photo(HttpRequest<?> request, @Nullable InputStream body) {
    return new PhotoUploads.Upload() {
      @Override
      public String account() {
        return Account.of(request);
      }

      @Override
      public Spool receive() {
        try {
          return intake.take(body(request, body, Kind.PHOTO));
        } catch (BodyRefused refusal) {
          throw refused(request, Kind.PHOTO, refusal);
        } catch (ProblemException refusal) {
          Refusals.endConnection(request);
          throw refusal;
        }
      }
    };
  }

  private static <T> T heard(Arrival arrival, Function<Arrival, T> use) {
    try {
      return use.apply(arrival);
    } catch (BodyRefused refusal) {
      arrival.forget();
      arrival.close();
      throw refusal;
    } catch (RuntimeException refused) {
      arrival.close();
      throw refused;
    }
  }

  private static byte[] all(Arrival arrival) {
    try {
      return arrival.readAllBytes();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible); // it refuses instead
    }
  }

  private Intake.Body body(HttpRequest<?> request, @Nullable InputStream body, Kind kind) {
    String account = Account.of(request);
    return new Intake.Body(
        account,
        new CountedBody(body == null ? InputStream.nullInputStream() : body, allowance, account),
        request.getContentLength(),
        kind.most,
        request.getHeaders().contains(HttpHeaders.EXPECT));
  }

  private static ProblemException refused(HttpRequest<?> request, Kind kind, BodyRefused refusal) {
    Refusals.endConnection(request);
    return switch (refusal.reason()) {
      case TOO_LARGE ->
          new ProblemException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", kind.tooLarge);
      case TOO_SLOW ->
          new ProblemException(
              HttpStatus.REQUEST_TIMEOUT,
              "TOO_SLOW",
              "The upload came in too slowly. Send it again where the network is better.");
      case CUT_SHORT ->
          new ProblemException(
              HttpStatus.BAD_REQUEST,
              "UPLOAD_CUT_SHORT",
              "The upload was cut short. Send it again.");
      case TOO_MANY, NO_TURN -> ProblemException.busy();
    };
  }
}
