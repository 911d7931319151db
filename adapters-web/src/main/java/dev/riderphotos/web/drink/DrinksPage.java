package dev.riderphotos.web.drink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.Conflict;
import dev.riderphotos.drink.AddDrinkPhoto;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.Recording;
import dev.riderphotos.web.PhotoProblems;
import dev.riderphotos.web.PhotoUploads;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.CsrfTokens;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Form;
import dev.riderphotos.web.form.Forms;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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

/**
 * The page where guests find pictures of drinks and add their own. Works without JavaScript; with
 * it, pictures go straight into the store.
 */
@Hidden
@Controller("/drinks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class DrinksPage {
  private static final int PAGE = 24;

  private final DrinkQueries drinks;
  private final AddDrinkPhoto adding;
  private final PhotoUploads uploads;
  private final CsrfTokens tokens;
  private final Forms forms;

  DrinksPage(
      DrinkQueries drinks,
      AddDrinkPhoto adding,
      PhotoUploads uploads,
      CsrfTokens tokens,
      Forms forms) {
    this.drinks = drinks;
    this.adding = adding;
    this.uploads = uploads;
    this.tokens = tokens;
    this.forms = forms;
  }

  /** All bars; with a bar, its drinks; with a drink as well, its picture. */
  @Get
  HttpResponse<ModelAndView<Map<String, Object>>> look(
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String bar,
      @QueryValue(defaultValue = "") String drink,
      @QueryValue(defaultValue = "") String after,
      @QueryValue(defaultValue = "false") boolean added) {
    DrinksModel model = new DrinksModel(bar, drink);
    try {
      if (!bar.isBlank() && !drink.isBlank()) {
        model.shows(drinks.find(request, DrinkQueries.drink(bar, drink)));
        if (added) {
          model.thanks();
        }
      } else if (!bar.isBlank()) {
        model.shows(drinks.drinks(request, bar, "", after, PAGE));
      }
      model.suggests(drinks.bars("", bar.isBlank() ? after : "", PAGE));
      return HttpResponse.ok(model.page());
    } catch (ProblemException refusal) {
      return refused(model, refusal);
    }
  }

  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<?> add(HttpRequest<?> request, @Body @Nullable InputStream body) {
    try (Form form = forms.read(request, body)) {
      return add(request, form);
    } catch (ProblemException refusal) {
      return refused(new DrinksModel("", ""), refusal);
    }
  }

  private HttpResponse<?> add(HttpRequest<?> request, Form form) {
    String bar = form.fields().text("bar");
    String drink = form.fields().text("drink");
    try {
      tokens.check(request, form.fields());
      Drink named = DrinkQueries.drink(bar, drink);
      Optional<DrinksModel> question =
          isSure(form.fields(), named) ? Optional.empty() : question(request, named);
      if (question.isPresent()) {
        return HttpResponse.status(HttpStatus.CONFLICT).body(question.get().page());
      }
      return switch (uploads.take(form.file("picture"), photo -> adding.add(named, photo))) {
        case Recording.Unusable(var problem) ->
            HttpResponse.status(PhotoProblems.status(problem))
                .body(new DrinksModel(bar, drink).refuses(problem).page());
        case Recording.Recorded _, Recording.NoDrink _, Recording.Gone _ ->
            HttpResponse.seeOther(addressOf(named));
      };
    } catch (ProblemException refusal) {
      return refused(new DrinksModel(bar, drink), refusal);
    } catch (Conflict conflict) {
      return refused(new DrinksModel(bar, drink), ProblemException.conflict(conflict));
    }
  }

  /** Whoever was asked before sends the same names again. */
  private static boolean isSure(Fields form, Drink named) {
    return named.bar().value().equals(form.textIfGiven("sureBar"))
        && named.name().value().equals(form.textIfGiven("sureDrink"));
  }

  /** What a guest may not know: that the drink is there, or the same by another name. */
  private Optional<DrinksModel> question(HttpRequest<?> request, Drink named) {
    Optional<Drink> known = drinks.spelledOtherwise(named);
    Drink drink = known.orElse(named);
    String about = drink.bar().equals(named.bar()) ? drink.name().value() : drink.bar().value();
    DrinksModel model = new DrinksModel(drink.bar().value(), drink.name().value());
    Optional<DrinkPhotoAnswer> picture = drinks.find(request, drink);
    picture.ifPresent(found -> model.shows(Optional.of(found)));
    if (known.isPresent()) {
      return Optional.of(model.asks("drinks.alike.plain", named, about));
    }
    return picture.map(_ -> model.asks("drinks.replaces.plain", named, about));
  }

  private static MutableHttpResponse<ModelAndView<Map<String, Object>>> refused(
      DrinksModel model, ProblemException refusal) {
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(
            HttpStatus.valueOf(refusal.problem().status()))
        .body(model.fails(refusal.problem()).page());
  }

  private static URI addressOf(Drink drink) {
    return URI.create(
        "/drinks?bar=%s&drink=%s&added=true"
            .formatted(
                URLEncoder.encode(drink.bar().value(), UTF_8),
                URLEncoder.encode(drink.name().value(), UTF_8)));
  }
}
