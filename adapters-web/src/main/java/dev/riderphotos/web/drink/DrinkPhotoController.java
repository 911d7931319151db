package dev.riderphotos.web.drink;

import dev.riderphotos.drink.DeleteDrinkPhoto;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.RecordArrival;
import dev.riderphotos.drink.Recording;
import dev.riderphotos.drink.RequestDrinkUpload;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.web.JsonBodies;
import dev.riderphotos.web.JsonBody;
import dev.riderphotos.web.PhotoProblems;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.Quotas;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Pictures of drinks: a ticket to upload one, and the look-up by bar and drink. */
@Controller("/v1/drink-photos")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Drinks")
class DrinkPhotoController {
  private final RequestDrinkUpload uploads;
  private final DrinkQueries drinks;
  private final RecordArrival arrivals;
  private final DrinkAnswers answers;
  private final DeleteDrinkPhoto deletion;
  private final JsonBodies json;
  private final Quotas quotas;

  DrinkPhotoController(
      RequestDrinkUpload uploads,
      DrinkQueries drinks,
      RecordArrival arrivals,
      DrinkAnswers answers,
      DeleteDrinkPhoto deletion,
      JsonBodies json,
      Quotas quotas) {
    this.uploads = uploads;
    this.drinks = drinks;
    this.arrivals = arrivals;
    this.answers = answers;
    this.deletion = deletion;
    this.json = json;
    this.quotas = quotas;
  }

  @Operation(
      summary = "A ticket to upload the picture of a drink",
      description =
          "{\"barName\",\"drinkName\",\"contentType\"?,\"size\"?,\"method\"?}: contentType is"
              + " image/jpeg unless it says image/png, method PUT unless it says POST, which is"
              + " for forms. Of a PUT the size is exact, if given; of a form the greatest.")
  @Post("/uploads")
  @Consumes(MediaType.ALL)
  HttpResponse<UploadAnswer> upload(HttpRequest<?> request, @Body @Nullable InputStream body) {
    JsonBody fields = json.read(request, body);
    Drink drink = DrinkQueries.drink(fields.text("barName"), fields.text("drinkName"));
    UploadRequest wanted = UploadRequest.of(fields);
    quotas.takeTicket(Caller.of(request));
    UploadTicket ticket = uploads.request(drink, wanted.format(), wanted.size(), wanted.way());
    return HttpResponse.created(UploadAnswer.of(request, ticket));
  }

  @Operation(
      summary = "Take a picture that was uploaded into the catalogue at once",
      description =
          "{\"key\"} of the ticket. Without this call it is in the catalogue a moment later. 404 if"
              + " it has not arrived; 413, 415 or 422 if it cannot be shown: then it is deleted.")
  @Post("/arrivals")
  @Consumes(MediaType.ALL)
  DrinkPhotoAnswer arrived(HttpRequest<?> request, @Body @Nullable InputStream body) {
    String key = json.read(request, body).text("key");
    return switch (ProblemException.unless(() -> arrivals.record(key))) {
      case Recording.Recorded(var row) -> answers.of(request, row);
      case Recording.Unusable(var problem) -> throw PhotoProblems.of(problem);
      case Recording.NoDrink _, Recording.Gone _ -> throw notFound();
    };
  }

  @Operation(summary = "The picture of a drink", description = "By the exact names.")
  @Get
  DrinkPhotoAnswer find(
      HttpRequest<?> request,
      @QueryValue @Nullable String bar,
      @QueryValue @Nullable String drink) {
    return answer(request, DrinkQueries.drink(given("bar", bar), given("drink", drink)));
  }

  @Operation(
      summary = "The picture of a drink, asked for as in the reference",
      description = "{\"barName\",\"drinkName\"}")
  @Post("/find")
  @Consumes(MediaType.ALL)
  DrinkPhotoAnswer find(HttpRequest<?> request, @Body @Nullable InputStream body) {
    JsonBody fields = json.read(request, body);
    return answer(request, DrinkQueries.drink(fields.text("barName"), fields.text("drinkName")));
  }

  @Operation(summary = "Delete the picture of a drink", description = "With its small copies.")
  @Delete
  HttpResponse<?> delete(@QueryValue @Nullable String bar, @QueryValue @Nullable String drink) {
    return deletion
        .delete(DrinkQueries.drink(given("bar", bar), given("drink", drink)))
        .map(_ -> HttpResponse.noContent())
        .orElseThrow(DrinkPhotoController::notFound);
  }

  private DrinkPhotoAnswer answer(HttpRequest<?> request, Drink drink) {
    return drinks.find(request, drink).orElseThrow(DrinkPhotoController::notFound);
  }

  private static String given(String name, @Nullable String value) {
    if (value == null) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", name + " is missing");
    }
    return value;
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("Item not found");
  }
}
