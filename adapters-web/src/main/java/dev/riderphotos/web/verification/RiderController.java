package dev.riderphotos.web.verification;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.verification.Erasure;
import dev.riderphotos.web.Bodies;
import dev.riderphotos.web.LiveStreams;
import dev.riderphotos.web.PhotoUploads;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.execution.ExecutionAnswer;
import dev.riderphotos.web.execution.ProfileAnswer;
import dev.riderphotos.web.execution.Said;
import dev.riderphotos.web.execution.Sending;
import dev.riderphotos.web.execution.Verifications;
import dev.riderphotos.web.form.Form;
import dev.riderphotos.web.form.Forms;
import dev.riderphotos.web.page.Languages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Riders: their photo in, their profile out. */
@Controller("/v1/riders/{riderId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Riders")
public class RiderController {
  private static final String ZIP = "application/zip";

  private final Verifications verifications;
  private final RiderProfiles profiles;
  private final PhotoStore photos;
  private final RiderErasure erasure;
  private final RiderData data;
  private final Standings standings;
  private final LiveStreams streams;
  private final Forms forms;
  private final Bodies bodies;
  private final InstantSource clock;

  RiderController(
      Verifications verifications,
      RiderProfiles profiles,
      PhotoStore photos,
      RiderErasure erasure,
      RiderData data,
      Standings standings,
      LiveStreams streams,
      Forms forms,
      Bodies bodies,
      InstantSource clock) {
    this.verifications = verifications;
    this.profiles = profiles;
    this.photos = photos;
    this.erasure = erasure;
    this.data = data;
    this.standings = standings;
    this.streams = streams;
    this.forms = forms;
    this.bodies = bodies;
    this.clock = clock;
  }

  @Operation(
      summary = "Verify a rider's photo, sent as a form or as the request's body",
      description =
          "202 with the execution's Location; with wait=true 200 and the execution's final state,"
              + " verified or rejected alike, or 202 if it takes long. 503 if too many wait. The photo's type is told by its content. A form has"
              + " the file photo, and may have the fields email, consent (the version of GET"
              + " /v1/consent that the rider has agreed to) and lang. Without consent where that is"
              + " required 422 CONSENT_REQUIRED, with another version 409 CONSENT_CHANGED. The header"
              + " Idempotency-Key, a UUID, is the execution's id: the same again is answered with"
              + " that execution, and so are the same bytes while they are verified. 409 if it was"
              + " another rider's.")
  @RequestBody(
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = PhotoForm.class)),
        @Content(
            mediaType = MediaType.IMAGE_JPEG,
            schema = @Schema(type = "string", format = "binary"))
      })
  @Post("/photo")
  @Consumes(MediaType.ALL)
  HttpResponse<ExecutionAnswer> photo(
      HttpRequest<?> request,
      String riderId,
      @Body @Nullable InputStream body,
      @Header("Idempotency-Key") @Nullable String key,
      @QueryValue @Nullable String email,
      @QueryValue @Nullable String consent,
      @QueryValue @Nullable String lang,
      @QueryValue(defaultValue = "false") boolean wait,
      @QueryValue(defaultValue = "false") boolean replace) {
    Caller caller = Caller.of(request);
    if (!Forms.isMultipart(request)) {
      PhotoUploads.Upload photo = bodies.photo(request, body);
      return ExecutionAnswer.started(
          verifications.submit(
              caller,
              new Sending(riderId, "", replace, email, key, said(request, consent, lang)),
              photo,
              wait),
          wait);
    }
    try (Form form = forms.read(request, body)) {
      Form.SentFile photo = form.file("photo");
      String address = form.fields().textIfGiven("email");
      Said said =
          said(request, form.fields().textIfGiven("consent"), form.fields().textIfGiven("lang"));
      return ExecutionAnswer.started(
          verifications.submit(
              caller, new Sending(riderId, photo.name(), replace, address, key, said), photo, wait),
          wait);
    }
  }

  private static Said said(
      HttpRequest<?> request, @Nullable String consent, @Nullable String lang) {
    return Said.byProgram(consent, Languages.wished(request, lang).orElse(null));
  }

  @Operation(summary = "A verified rider's profile")
  @Get
  ProfileAnswer profile(String riderId) {
    return ProfileAnswer.of(find(riderId));
  }

  @Operation(summary = "The thumbnail of a verified rider's photo")
  @Get(
      uri = "/thumbnail",
      produces = {MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG})
  HttpResponse<byte[]> thumbnail(String riderId) {
    Photo thumbnail =
        photos
            .get(find(riderId).thumbnail())
            .orElseThrow(() -> ProblemException.notFound("The thumbnail is not there."));
    PhotoFormat format = thumbnail.format().orElse(PhotoFormat.JPEG);
    return HttpResponse.ok(thumbnail.bytes()).contentType(MediaType.of(format.contentType()));
  }

  @Operation(
      summary = "Erase a rider",
      description =
          "Face, photos, thumbnails, executions, cases, mails, events and profile, for good, and the"
              + " face's id and likeness in the executions of others; says what went, with a receipt:"
              + " a compact JWS, told once and kept nowhere. Photos of the gallery go with it that"
              + " gallery names, as often as there are some; without, it is not looked at. Ends all links"
              + " of the rider. 202 while a photo of the rider's is being verified: it is done when"
              + " that ends, and Location tells of it; until then nothing is begun for the rider (409"
              + " BEING_ERASED). Executions that Step Functions runs are"
              + " stopped first; what its history keeps, and until when, is told as"
              + " keptByStepFunctions.")
  @ApiResponse(
      responseCode = "200",
      description = "What was erased",
      content = @Content(schema = @Schema(implementation = ErasureAnswer.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It is done when a verification ends",
      content = @Content(schema = @Schema(implementation = ErasureStatusAnswer.class)))
  @Parameter(
      name = "gallery",
      in = ParameterIn.QUERY,
      description = "The file name of a photo of the gallery that goes, too; may be repeated",
      array = @ArraySchema(schema = @Schema(type = "string")))
  @Delete
  HttpResponse<?> forget(HttpRequest<?> request, String riderId) {
    RiderId rider = rider(riderId);
    return answer(rider, erasure.erase(rider, request.getParameters().getAll("gallery")));
  }

  @Operation(
      summary = "Erase a rider who wants it",
      description =
          "The same by the rider, whose link was opened within the last hour, or by an operator.")
  @ApiResponse(
      responseCode = "200",
      description = "What was erased",
      content = @Content(schema = @Schema(implementation = ErasureAnswer.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It is done when a verification ends",
      content = @Content(schema = @Schema(implementation = ErasureStatusAnswer.class)))
  @Post("/erasure")
  HttpResponse<?> erase(HttpRequest<?> request, String riderId) {
    Caller.of(request).mustBeFresh(clock.instant());
    RiderId rider = rider(riderId);
    return answer(rider, erasure.erase(rider));
  }

  private HttpResponse<?> answer(RiderId rider, Erasure outcome) {
    return switch (outcome) {
      case Erasure.Erased receipt -> HttpResponse.ok(ErasureAnswer.of(receipt));
      case Erasure.Busy _ ->
          HttpResponse.accepted(erasure.address(ErasureController.PATH, rider))
              .body(ErasureStatusAnswer.waiting());
    };
  }

  @Operation(
      summary = "All that is kept of a rider",
      description =
          "A zip with profile.json, face.json with the numbers that describe the face where they"
              + " are known, executions.json, appeals.json, the photo, the thumbnail, and under photos/ those of"
              + " other executions. For operators, and the rider whose link was opened within the"
              + " last hour.")
  @Get(uri = "/data", produces = ZIP)
  StreamedFile data(HttpRequest<?> request, String riderId) throws IOException {
    Caller.of(request).mustBeFresh(clock.instant());
    RiderId rider = rider(riderId);
    return new StreamedFile(zipOf(rider), MediaType.of(ZIP)).attach("rider-photos.zip");
  }

  /** Written whole before it is sent: what cannot be read is told, and no file is cut short. */
  private InputStream zipOf(RiderId rider) throws IOException {
    Path file = Files.createTempFile("rider-data", ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      data.writeTo(out, rider);
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException fault) {
      Files.deleteIfExists(file);
      throw fault;
    }
  }

  @Operation(
      summary = "How things stand with a rider, as server-sent events",
      description = "An event now, and whenever something changes.")
  @Get(uri = "/events", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<StandingAnswer>> events(HttpRequest<?> request, String riderId) {
    RiderId rider = rider(riderId);
    return streams.of(
        request,
        "the rider",
        standings.watch(rider).map(standing -> StandingAnswer.of(rider, standing)));
  }

  private RiderProfile find(String riderId) {
    return profiles
        .find(rider(riderId))
        .orElseThrow(() -> ProblemException.notFound("No such rider is verified."));
  }

  private static RiderId rider(String riderId) {
    return ProblemException.unless(() -> new RiderId(riderId));
  }
}
