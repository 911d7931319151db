package dev.riderphotos.web.review;

import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.web.JsonBodies;
import dev.riderphotos.web.audit.Origins;
import dev.riderphotos.web.page.PrivatePhoto;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cases that people decide. */
@Controller("/v1/reviews")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Reviews")
class ReviewController {
  private final Reviews reviews;
  private final ReviewAnswers answers;
  private final JsonBodies json;
  private final Origins origins;

  ReviewController(Reviews reviews, ReviewAnswers answers, JsonBodies json, Origins origins) {
    this.reviews = reviews;
    this.answers = answers;
    this.json = json;
    this.origins = origins;
  }

  @Operation(
      summary = "Cases, the first opened first",
      description =
          "state is OPEN, DECIDED, UNDER_WAY or CLOSED; kind is POSSIBLE_DUPLICATE, ANOTHER_FACE or"
              + " APPEAL.")
  @Get
  ReviewPageAnswer list(
      HttpRequest<?> request,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String kind,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "20") int limit) {
    Reviewer reviewer = Reviews.reviewer(request);
    Cases.Page page = reviews.list(state, kind, cursor, limit);
    return new ReviewPageAnswer(
        page.cases().stream().map(each -> answers.of(each, reviewer)).toList(),
        page.next() == null ? null : page.next().value());
  }

  @Operation(
      summary = "One case",
      description =
          "With the version to send with a decision. What others decided is not told before all"
              + " have.")
  @Get("/{id}")
  ReviewAnswer one(HttpRequest<?> request, String id) {
    return answers.of(reviews.find(id), Reviews.reviewer(request));
  }

  @Operation(
      summary = "The photo of one side: rider or other",
      description = "As it was sent; the box of the face is in the case.")
  @Get(
      uri = "/{id}/photos/{side}",
      produces = {MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG})
  HttpResponse<byte[]> photo(String id, String side) {
    return PrivatePhoto.answer(reviews.photo(id, side));
  }

  @Operation(
      summary = "Decide a case",
      description =
          "Of two riders TWO_PEOPLE, ONE_PERSON (the later registration is withdrawn, or with"
              + " withdraw: EARLIER the earlier) or NOT_USABLE; of another face SAME_RIDER,"
              + " SOMEBODY_ELSE, REGISTERED_IS_WRONG or NOT_USABLE; of sunglasses NO_SUNGLASSES or"
              + " NOT_USABLE. Nothing is done before the grace (reviews.grace) is over, unless now"
              + " says so. 409 CASE_CHANGED if the case is not as it was looked at; 409 NOT_OPEN if"
              + " it is decided. Where two must agree it stays OPEN until they do.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DecisionOrder.class)))
  @Post("/{id}/decisions")
  ReviewAnswer decide(HttpRequest<?> request, String id, @Body @Nullable InputStream body) {
    Reviewer reviewer = Reviews.reviewer(request);
    DecisionOrder order = json.read(request, body, DecisionOrder.class);
    return answers.of(reviews.decide(reviewer, origins.of(request), id, order), reviewer);
  }

  @Operation(
      summary = "Take a decision back",
      description = "409 TOO_LATE if it is carried out already.")
  @Post("/{id}/undo")
  ReviewAnswer undo(HttpRequest<?> request, String id) {
    Reviewer reviewer = Reviews.reviewer(request);
    return answers.of(reviews.undo(reviewer, origins.of(request), id), reviewer);
  }
}
