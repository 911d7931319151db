package dev.riderphotos.web.extraction;

import dev.riderphotos.extraction.ChainId;
import dev.riderphotos.extraction.CropId;
import dev.riderphotos.extraction.ExtractFaces;
import dev.riderphotos.extraction.Extraction;
import dev.riderphotos.extraction.ExtractionOptions;
import dev.riderphotos.extraction.ExtractionRequest;
import dev.riderphotos.extraction.Extractions;
import dev.riderphotos.extraction.Source;
import dev.riderphotos.extraction.Trigger;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.web.Bodies;
import dev.riderphotos.web.JsonBodies;
import dev.riderphotos.web.PhotoProblems;
import dev.riderphotos.web.PhotoUploads;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.extraction.ExtractionAnswer.Forgotten;
import dev.riderphotos.web.extraction.ExtractionAnswer.OfSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Faces cut out of pictures. */
@Controller("/v1/extractions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Extractions")
class ExtractionController {
  private final ExtractFaces extraction;
  private final Extractions extractions;
  private final ExtractionOptions configured;
  private final ExtractionAnswers answers;
  private final PhotoStore photos;
  private final PhotoUploads uploads;
  private final Bodies bodies;
  private final JsonBodies json;

  ExtractionController(
      ExtractFaces extraction,
      Extractions extractions,
      ExtractionOptions configured,
      ExtractionAnswers answers,
      PhotoStore photos,
      PhotoUploads uploads,
      Bodies bodies,
      JsonBodies json) {
    this.extraction = extraction;
    this.extractions = extractions;
    this.configured = configured;
    this.answers = answers;
    this.photos = photos;
    this.uploads = uploads;
    this.bodies = bodies;
    this.json = json;
  }

  @Operation(
      summary = "Cut the faces out of a picture that is in a bucket",
      description =
          "201 and the crops; 200 where they were there before, there is no face, or the object is"
              + " neither JPEG nor PNG and so ignored. minConfidence (0 to 100), padding (0 to 1,"
              + " a share of the box on each side) and limit are as configured unless given. A"
              + " picture that cannot be opened: 415 if it is of another kind, 413 if it is too"
              + " large, else 422.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExtractionOrder.class)))
  @Post
  HttpResponse<ExtractionAnswer> stored(HttpRequest<?> request, @Body @Nullable InputStream body) {
    ExtractionOrder order = json.read(request, body, ExtractionOrder.class);
    PhotoRef ref = order.picture();
    ExtractionOptions options = order.options(configured);
    Photo photo =
        photos.get(ref).orElseThrow(() -> ProblemException.notFound("The picture is not there."));
    return extract(Source.of(ref), options, photo);
  }

  @Operation(
      summary = "Cut the faces out of a picture that is sent as the request's body",
      description = "As above. The picture itself is not kept.")
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<ExtractionAnswer> sent(
      HttpRequest<?> request,
      @Body @Nullable InputStream picture,
      @QueryValue @Nullable Double minConfidence,
      @QueryValue @Nullable Double padding,
      @QueryValue @Nullable Integer limit) {
    ExtractionOptions options = ExtractionOrder.options(configured, minConfidence, padding, limit);
    return uploads.take(
        bodies.photo(request, picture), photo -> extract(Source.sent(photo), options, photo));
  }

  @Operation(
      summary = "All that was made of a source",
      description = "The source as documents have it in data.source.url: s3://bucket/key.")
  @Get
  OfSource list(@QueryValue String source) {
    return new OfSource(extractions.chains(source(source)).stream().map(answers::of).toList());
  }

  @Operation(summary = "Delete all that was made of a source, be it still there or not")
  @Delete
  Forgotten forget(@QueryValue String source) {
    return new Forgotten(extractions.forget(source(source)));
  }

  @Operation(summary = "The crops of one extraction")
  @Get("/{chainId}")
  ExtractionAnswer chain(String chainId) {
    ExtractionAnswer found = answers.of(ProblemException.unless(() -> ChainId.of(chainId)));
    if (found.crops().isEmpty()) {
      throw ProblemException.notFound("There is no such extraction.");
    }
    return found;
  }

  @Operation(summary = "A face, as PNG")
  @Get(uri = "/{chainId}/{cropId}", produces = MediaType.IMAGE_PNG)
  byte[] image(String chainId, String cropId) {
    CropId id = ProblemException.unless(() -> CropId.of(ChainId.of(chainId), cropId));
    return extractions
        .image(id)
        .orElseThrow(() -> ProblemException.notFound("There is no such crop."));
  }

  private HttpResponse<ExtractionAnswer> extract(
      Source source, ExtractionOptions options, Photo photo) {
    return switch (extraction.extract(new ExtractionRequest(source, Trigger.API, options), photo)) {
      case Extraction.Extracted(var chain, var crops, boolean before) -> {
        ExtractionAnswer answer = answers.of(chain, crops);
        yield before || crops.isEmpty()
            ? HttpResponse.ok(answer)
            : HttpResponse.created(answer, URI.create(ExtractionAnswers.path(chain)));
      }
      case Extraction.Ignored _ -> HttpResponse.ok(ExtractionAnswer.ignored());
      case Extraction.Unusable(var problem) -> throw PhotoProblems.of(problem);
    };
  }

  private static Source source(String url) {
    return ProblemException.unless(() -> Source.of(URI.create(url)));
  }
}
