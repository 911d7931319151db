package dev.riderphotos.web.key;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.ListLinks;
import dev.riderphotos.access.NotedLink;
import dev.riderphotos.access.Scope;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.link.IssuedLinks;
import dev.riderphotos.web.link.LinkAnswer;
import dev.riderphotos.web.link.LinkOrder;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.ProblemPage;
import dev.riderphotos.web.page.RiderPath;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys and links: made, listed and ended. A secret stands in the answer to the form that asked for
 * it, and nowhere else.
 */
@Hidden
@Controller("/keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class KeysPage {
  private static final String SCOPE = "scope.";
  private static final String PATH = "/keys";
  private static final int MOST = 100;

  /** What the page says was done; anything else is not. */
  private static final Set<String> DONE = Set.of("key", "link", "links");

  private final KeyRing keys;
  private final IssuedLinks links;
  private final CsrfTokens tokens;
  private final Forms forms;
  private final InstantSource clock;

  KeysPage(KeyRing keys, IssuedLinks links, CsrfTokens tokens, Forms forms, InstantSource clock) {
    this.keys = keys;
    this.links = links;
    this.tokens = tokens;
    this.forms = forms;
    this.clock = clock;
  }

  /**
   * A key in the list.
   *
   * @param own whether the reader uses it
   */
  @Introspected
  public record Row(
      String id,
      String name,
      List<String> scopes,
      Moment createdAt,
      @Nullable Moment lastUsedAt,
      boolean own) {
    static Row of(ApiKey key, Caller reader, Instant now) {
      return new Row(
          key.id().value(),
          key.name(),
          key.scopes().stream().sorted().map(Scope::toString).toList(),
          Moment.of(key.createdAt(), now),
          Moment.ofNullable(key.lastUsedAt(), now),
          reader.key().filter(own -> own.id().equals(key.id())).isPresent());
    }
  }

  /**
   * A link in the list.
   *
   * @param riderPath where the rider's page is
   */
  @Introspected
  public record LinkRow(
      String id, String rider, String riderPath, Moment madeAt, Moment expiresAt, boolean revoked) {
    static LinkRow of(ListLinks.Listed listed, Instant now) {
      NotedLink link = listed.link();
      return new LinkRow(
          link.id().value(),
          link.rider().value(),
          RiderPath.of(link.rider().value()),
          Moment.of(link.madeAt(), now),
          Moment.of(link.expiresAt(), now),
          listed.revoked());
    }
  }

  @Get
  ModelAndView<Map<String, Object>> list(
      HttpRequest<?> request,
      @QueryValue @Nullable String done,
      @QueryValue @Nullable String rider) {
    Map<String, Object> model = shown(request, rider == null ? "" : rider.strip());
    model.put("done", done != null && DONE.contains(done) ? done : "");
    return new ModelAndView<>("key/keys", model);
  }

  private Map<String, Object> shown(HttpRequest<?> request, String rider) {
    Caller reader = Caller.of(request);
    Instant now = clock.instant();
    Map<String, Object> model = new HashMap<>();
    model.put("keys", keys.all().stream().map(key -> Row.of(key, reader, now)).toList());
    model.put(
        "links", links.list(rider, MOST).stream().map(link -> LinkRow.of(link, now)).toList());
    model.put("rider", rider);
    model.put("scopes", Stream.of(Scope.values()).map(Scope::toString).toList());
    model.put("typed", Map.of());
    model.put("done", "");
    return model;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> make(HttpRequest<?> request, @Body @Nullable InputStream body) {
    Fields fields = fields(request, body);
    List<String> scopes =
        fields.all().keySet().stream()
            .filter(name -> name.startsWith(SCOPE))
            .map(name -> name.substring(SCOPE.length()))
            .toList();
    try {
      CreateApiKey.Created made = keys.make(fields.textIfGiven("name"), scopes);
      return HttpResponse.ok(
          new ModelAndView<>(
              "key/key-made",
              Map.of("key", KeyAnswer.of(made.key()), "secret", made.secret().reveal())));
    } catch (ProblemException refusal) {
      return again(request, fields, refusal);
    }
  }

  /** The page again, with what was typed, and what is wrong with it. */
  private HttpResponse<?> again(HttpRequest<?> request, Fields fields, ProblemException refusal) {
    Map<String, Object> model = shown(request, "");
    model.put("typed", fields.all());
    model.put("problem", refusal.problem());
    return HttpResponse.status(HttpStatus.valueOf(refusal.problem().status()))
        .body(new ModelAndView<>("key/keys", model));
  }

  /** Asks whether the key is to be ended, and says whom that harms. */
  @Get("/{id}/revoke")
  ModelAndView<Map<String, Object>> question(HttpRequest<?> request, String id) {
    ApiKey key = keys.find(id);
    Caller caller = Caller.of(request);
    Map<String, Object> model = new HashMap<>();
    model.put("key", Row.of(key, caller, clock.instant()));
    model.put("harm", keys.harm(caller, key).map(Enum::name).orElse(""));
    return new ModelAndView<>("key/key-revoke", model);
  }

  /** Who was asked about harm says so; what has become harmful since is asked about. */
  @Post("/{id}/revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> revoke(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    Fields fields = fields(request, body);
    Caller caller = Caller.of(request);
    String asked = fields.textOrEmpty("harm");
    String harm = keys.harm(caller, keys.find(id)).map(Enum::name).orElse("");
    if (!harm.isEmpty() && !harm.equals(asked)) {
      return HttpResponse.seeOther(URI.create(PATH + "/" + id + "/revoke"));
    }
    ApiKey _ = keys.revoke(caller, id, true);
    return HttpResponse.seeOther(URI.create(PATH + "?done=key"));
  }

  @Post("/links")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> issue(HttpRequest<?> request, @Body @Nullable InputStream body) {
    Fields fields = fields(request, body);
    LinkOrder order = new LinkOrder(fields.textIfGiven("email"), fields.textIfGiven("validFor"));
    try {
      LinkAnswer link = links.issue(request, fields.textOrEmpty("rider").strip(), order);
      Moment expires = Moment.of(link.expiresAt(), clock.instant());
      return HttpResponse.ok(
          new ModelAndView<>("key/link-made", Map.of("link", link, "expires", expires)));
    } catch (ProblemException refusal) {
      return again(request, fields, refusal);
    }
  }

  /** Ends one link by its id, or all of a rider; goes back to the rider's, if they were shown. */
  @Post("/links/revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> revokeLinks(HttpRequest<?> request, @Body @Nullable InputStream body) {
    Fields fields = fields(request, body);
    String id = fields.textOrEmpty("link").strip();
    try {
      if (id.isEmpty()) {
        links.revokeAll(fields.textOrEmpty("rider").strip());
        return HttpResponse.seeOther(URI.create(PATH + "?done=links"));
      }
      links.revoke(id);
      URI back = UriBuilder.of(PATH).queryParam("done", "link").build();
      String shown = fields.textOrEmpty("shown").strip();
      return HttpResponse.seeOther(
          shown.isEmpty() ? back : UriBuilder.of(back).queryParam("rider", shown).build());
    } catch (ProblemException refusal) {
      return again(request, fields, refusal);
    }
  }

  private Fields fields(HttpRequest<?> request, @Nullable InputStream body) {
    Fields fields = forms.fields(request, body);
    tokens.check(request, fields);
    return fields;
  }

  @Error
  HttpResponse<ModelAndView<Map<String, Object>>> refused(ProblemException refusal) {
    return ProblemPage.of(refusal);
  }
}
