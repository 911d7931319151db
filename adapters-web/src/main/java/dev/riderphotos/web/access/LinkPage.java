package dev.riderphotos.web.access;

import dev.riderphotos.access.AskForLink;
import dev.riderphotos.access.Handovers;
import dev.riderphotos.access.RiderLink;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.RiderLinks.Opened;
import dev.riderphotos.access.Session;
import dev.riderphotos.access.Sessions;
import dev.riderphotos.rider.SeeRider;
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
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens a rider's link, and goes on to an address that gives nothing away. Who is signed in as
 * somebody else is asked first: nobody is to send a photo in another's name unawares.
 */
@Hidden
@Controller(LinkPage.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class LinkPage {
  static final String PATH = "/link";
  private static final String TOKEN = "token";

  private final RiderLinks links;
  private final Handovers handovers;
  private final AskForLink asking;
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final CsrfTokens tokens;
  private final SeeRider seeing;

  LinkPage(
      RiderLinks links,
      Handovers handovers,
      AskForLink asking,
      Sessions sessions,
      SessionCookies cookies,
      CsrfTokens tokens,
      SeeRider seeing) {
    this.links = links;
    this.handovers = handovers;
    this.asking = asking;
    this.sessions = sessions;
    this.cookies = cookies;
    this.tokens = tokens;
    this.seeing = seeing;
  }

  @Get
  HttpResponse<?> open(HttpRequest<?> request, @QueryValue(defaultValue = "") String token) {
    return opened(
        token,
        session ->
            isSomebodyElse(request, session.link())
                ? ask(HttpStatus.OK, session.link(), token)
                : enter(request, session, token));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirm(HttpRequest<?> request, @Body @Nullable Map<String, String> body) {
    Map<String, String> form = body == null ? Map.of() : body;
    String token = form.getOrDefault(TOKEN, "");
    boolean ours = tokens.ours(request, form.get(CsrfTokens.FIELD));
    return opened(
        token,
        session ->
            ours
                ? enter(request, session, token)
                : ask(HttpStatus.FORBIDDEN, session.link(), token));
  }

  private HttpResponse<?> opened(String token, Function<Session.OfRider, HttpResponse<?>> admit) {
    return switch (links.open(token)) {
      case Opened.Admitted(RiderLink link) -> admit.apply(sessions.begin(link));
      case Opened.Expired _ -> asking.mayAsk(token) ? expired(token) : refusal();
      case Opened.Revoked _ -> refusal();
      case Opened.Forged _ -> handedOver(token, admit);
    };
  }

  /** What a rider's own page shows to be opened on a phone. */
  private HttpResponse<?> handedOver(
      String token, Function<Session.OfRider, HttpResponse<?>> admit) {
    return switch (handovers.look(token)) {
      case Handovers.Opened.Admitted(Session.OfRider session) -> admit.apply(session);
      case Handovers.Opened.Over _ -> codeIsOver();
      case Handovers.Opened.Forged _ -> refusal();
    };
  }

  private static boolean isSomebodyElse(HttpRequest<?> request, RiderLink link) {
    Caller caller = Caller.of(request);
    return !caller.subject().isEmpty() && !caller.rider().equals(Optional.of(link.rider()));
  }

  private HttpResponse<?> enter(HttpRequest<?> request, Session.OfRider session, String token) {
    if (!handovers.use(token)) {
      return codeIsOver();
    }
    seeing.see(session.link().rider());
    return cookies.begin(request, HttpResponse.seeOther(URI.create("/")), session);
  }

  private static HttpResponse<?> ask(HttpStatus status, RiderLink link, String token) {
    Map<String, Object> model = Map.of("rider", link.rider().value(), TOKEN, token);
    return HttpResponse.status(status).body(new ModelAndView<>("access/link-confirm", model));
  }

  /** By this one another may be asked for. */
  private static HttpResponse<?> expired(String token) {
    return problem(Map.of("problem", "link.expired", TOKEN, token));
  }

  private static HttpResponse<?> codeIsOver() {
    return problem(Map.of("problem", "link.expired"));
  }

  private static HttpResponse<?> refusal() {
    return problem(Map.of("problem", "link.dead"));
  }

  private static HttpResponse<?> problem(Map<String, Object> model) {
    return HttpResponse.status(HttpStatus.FORBIDDEN).body(new ModelAndView<>("access/link", model));
  }
}
