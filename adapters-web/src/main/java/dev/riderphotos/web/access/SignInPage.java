package dev.riderphotos.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.KeySecret;
import dev.riderphotos.access.RecogniseKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.access.Sessions;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Forms;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where operators sign in with a key, and riders are told to open their link. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SignInPage {
  private static final String VIEW = "access/sign-in";

  /** Riders meet this who come to a page of operators. */
  private static final String NOT_YOURS = "access/not-yours";

  private static final String PATH = "/sign-in";

  /** Pages keep photos that wait to be sent. */
  private static final String KEPT_BY_PAGES = "\"storage\"";

  private static final String HOME = "/executions";

  /** All that keys of reviewers open. */
  private static final String REVIEWS = "/reviews";

  private final RecogniseKey keys;
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final CsrfTokens tokens;
  private final SignInAttempts attempts;
  private final Entrance entrance;
  private final Forms forms;

  SignInPage(
      RecogniseKey keys,
      Sessions sessions,
      SessionCookies cookies,
      CsrfTokens tokens,
      SignInAttempts attempts,
      Entrance entrance,
      Forms forms) {
    this.keys = keys;
    this.sessions = sessions;
    this.cookies = cookies;
    this.tokens = tokens;
    this.attempts = attempts;
    this.entrance = entrance;
    this.forms = forms;
  }

  @Get(PATH)
  HttpResponse<?> show(
      HttpRequest<?> request,
      @QueryValue(defaultValue = HOME) String to,
      @QueryValue(defaultValue = "false") boolean operator) {
    Map<String, Object> model = Map.of("to", ourPath(to));
    return Caller.of(request).rider().isPresent() && !operator
        ? HttpResponse.status(HttpStatus.FORBIDDEN).body(new ModelAndView<>(NOT_YOURS, model))
        : HttpResponse.ok(new ModelAndView<>(VIEW, model));
  }

  @Post(PATH)
  HttpResponse<?> signIn(HttpRequest<?> request, @Body @Nullable InputStream body) {
    Fields form = forms.fields(request, body);
    String to = ourPath(form.textOrEmpty("to"));
    if (!tokens.ours(request, form.textIfGiven(CsrfTokens.FIELD))) {
      return again(HttpStatus.FORBIDDEN, "sign-in.stale", to);
    }
    if (attempts.tooMany(entrance.client(request))) {
      return again(HttpStatus.TOO_MANY_REQUESTS, "sign-in.too-often", to);
    }
    return personsKey(form.textOrEmpty("key"))
        .<HttpResponse<?>>map(key -> admit(request, key, to))
        .orElseGet(() -> again(HttpStatus.FORBIDDEN, "sign-in.wrong-key", to));
  }

  @Post("/sign-out")
  HttpResponse<?> signOut(HttpRequest<?> request, @Body @Nullable InputStream body) {
    tokens.check(request, forms.fields(request, body));
    return cookies.end(
        request, HttpResponse.seeOther(URI.create(PATH)).header("Clear-Site-Data", KEPT_BY_PAGES));
  }

  /** To here, and from here back to where the request was going, if that can be done again. */
  static HttpResponse<?> redirect(HttpRequest<?> request) {
    URI asked = request.getUri();
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    String to = request.getMethod() == HttpMethod.GET ? asked.getRawPath() + query : "/";
    return HttpResponse.seeOther(URI.create(PATH + "?to=" + URLEncoder.encode(to, UTF_8)));
  }

  private HttpResponse<?> admit(HttpRequest<?> request, ApiKey key, String to) {
    String there = key.allows(Scope.OPERATE) || to.startsWith(REVIEWS) ? to : REVIEWS;
    return cookies.begin(request, HttpResponse.seeOther(URI.create(there)), sessions.begin(key));
  }

  private Optional<ApiKey> personsKey(String typed) {
    return keys.recognise(KeySecret.of(typed.strip())).filter(ApiKey::signsIn);
  }

  private static HttpResponse<?> again(HttpStatus status, String problem, String to) {
    return HttpResponse.status(status)
        .body(new ModelAndView<>(VIEW, Map.<String, Object>of("to", to, "problem", problem)));
  }

  /** Nobody is led elsewhere from here: browsers take two slashes for another host. */
  private static String ourPath(String to) {
    boolean ours = to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
    return ours && parses(to) ? to : HOME;
  }

  private static boolean parses(String path) {
    try {
      return URI.create(path).getHost() == null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
