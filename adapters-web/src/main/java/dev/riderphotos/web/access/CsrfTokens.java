package dev.riderphotos.web.access;

import dev.riderphotos.access.Signatures;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.form.Fields;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a form of ours from one that somebody else made: a form carries a token, which is our
 * signature on a random cookie of this browser and on who is signed in. Nobody who cannot read our
 * pages can know it, and one browser's is nothing in another.
 */
@Singleton
public final class CsrfTokens {
  /** What the field of a form is called. */
  public static final String FIELD = "csrf";

  private static final String COOKIE = "rider-photos-visit";
  private static final String NEW_VISIT = CsrfTokens.class.getName();
  private static final int VISIT_BYTES = 16;

  private final Signatures signatures;
  private final Cookies cookies;
  private final SecureRandom random = new SecureRandom();

  CsrfTokens(Signatures signatures, Cookies cookies) {
    this.signatures = signatures;
    this.cookies = cookies;
  }

  /** Makes the token for the forms of the page that answers this request. */
  public String token(HttpRequest<?> request) {
    return signatures.sign(parts(request, visit(request)));
  }

  /**
   * Lets a form pass that is ours.
   *
   * @throws ProblemException if it is not, with a sentence for whoever sent it
   */
  public void check(HttpRequest<?> request, @Nullable String token) {
    if (!ours(request, token)) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "STALE_FORM",
          "This page was open for too long, or your browser keeps no cookies. Send it again.");
    }
  }

  /** Does the same as {@link #check(HttpRequest, String)} for a form, which may be empty. */
  public void check(HttpRequest<?> request, Fields form) {
    check(request, form.textIfGiven(FIELD));
  }

  boolean ours(HttpRequest<?> request, @Nullable String token) {
    String given = token == null ? "" : token;
    return cookies
        .read(request, COOKIE)
        .filter(visit -> signatures.signed(given, parts(request, visit)))
        .isPresent();
  }

  /** Gives the browser its cookie, if a page needs one. */
  void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(NEW_VISIT, String.class)
        .ifPresent(visit -> response.cookie(cookies.make(request, COOKIE, visit)));
  }

  private String visit(HttpRequest<?> request) {
    Optional<String> visit =
        cookies.read(request, COOKIE).or(() -> request.getAttribute(NEW_VISIT, String.class));
    return visit.orElseGet(() -> newVisit(request));
  }

  private String newVisit(HttpRequest<?> request) {
    byte[] bytes = new byte[VISIT_BYTES];
    random.nextBytes(bytes);
    String visit = HexFormat.of().formatHex(bytes);
    request.setAttribute(NEW_VISIT, visit);
    return visit;
  }

  private static String[] parts(HttpRequest<?> request, String visit) {
    return new String[] {"csrf", visit, Caller.of(request).subject()};
  }
}
