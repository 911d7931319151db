package dev.riderphotos.web.object;

import dev.riderphotos.photo.Checksum;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.SignedAccess;
import dev.riderphotos.photo.SignedAccess.Fetched;
import dev.riderphotos.photo.SignedAccess.Received;
import dev.riderphotos.photo.SignedAccess.Refusal;
import dev.riderphotos.photo.SignedAccess.Upload;
import dev.riderphotos.web.Bodies;
import dev.riderphotos.web.Problem;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.WireText;
import dev.riderphotos.web.form.Fields;
import dev.riderphotos.web.form.Forms;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
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
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects as S3 would take them in and show them, where it does not: by presigned URLs alone. */
@Controller("/objects/{bucket}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
@Tag(name = "Objects")
@Requires(beans = SignedAccess.class)
class ObjectController {
  private static final String CONSENT = "x-amz-meta-consent";
  private static final int LONGEST_CONSENT = 64;

  private final SignedAccess access;
  private final PhotoLinks links;
  private final Bodies bodies;
  private final Forms forms;

  ObjectController(SignedAccess access, PhotoLinks links, Bodies bodies, Forms forms) {
    this.access = access;
    this.links = links;
    this.bodies = bodies;
    this.forms = forms;
  }

  @Operation(
      summary = "Put the object that a ticket allows",
      description =
          "As S3's presigned PUT. x-amz-meta-consent says which text the rider has agreed to.")
  @Put("/{+key}")
  @Consumes(MediaType.ALL)
  HttpResponse<?> put(HttpRequest<?> request, String bucket, @Body @Nullable InputStream body) {
    PhotoRef ref = ref(request, bucket);
    String contentType = request.getContentType().map(MediaType::toString).orElse("");
    List<Checksum> said = new SaidChecksums(headers(request)).read();
    Received received =
        bodies.read(
            request,
            body,
            Bodies.Kind.PHOTO,
            bytes ->
                access.receive(
                    ref,
                    query(request),
                    new Upload(
                        false,
                        contentType,
                        request.getContentLength(),
                        said,
                        bytes,
                        consent(headers(request)))));
    return switch (received) {
      case Received.Stored(String etag) ->
          HttpResponse.ok().header(HttpHeaders.ETAG, Preconditions.quoted(etag));
      case Received.Refused(Refusal why) -> problem(why).response();
    };
  }

  @Operation(
      summary = "Post the object that a ticket allows",
      description = "As S3's presigned POST: the ticket's fields, and file, which is the object.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = ObjectForm.class)))
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<?> post(HttpRequest<?> request, String bucket, @Body @Nullable InputStream body) {
    return forms.stream(
        request, body, "file", (fields, file) -> receive(request, bucket, fields, file));
  }

  @Operation(summary = "An object that a link shows", description = "As S3's presigned GET.")
  @Get("/{+key}")
  HttpResponse<?> get(HttpRequest<?> request, String bucket) {
    return switch (access.fetch(ref(request, bucket), query(request))) {
      case Fetched.Found found -> new ShownObject(request, found).answer();
      case Fetched.Absent _ -> throw ProblemException.notFound("There is no such object.");
      case Fetched.Refused(Refusal why) -> problem(why).response();
    };
  }

  /** What the ticket does not allow is refused before any of the file is read. */
  private HttpResponse<?> receive(
      HttpRequest<?> request, String bucket, Fields fields, InputStream file) {
    PhotoRef ref = ProblemException.unless(() -> new PhotoRef(bucket, fields.textOrEmpty("key")));
    List<Checksum> said = new SaidChecksums(fields.all()).read();
    Upload upload =
        new Upload(true, fields.textOrEmpty("Content-Type"), -1, said, file, consent(fields.all()));
    return switch (access.receive(ref, fields.all(), upload)) {
      case Received.Stored(String etag) ->
          new PostedObject(request, ref, links.address(ref), etag)
              .answer(fields.textOrEmpty("success_action_status"));
      case Received.Refused(Refusal why) -> problem(why).response();
    };
  }

  /** What is longer than any version is none. */
  private static @Nullable String consent(Map<String, String> said) {
    return said.entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(CONSENT))
        .map(each -> each.getValue().strip())
        .filter(version -> !version.isEmpty() && version.length() <= LONGEST_CONSENT)
        .findFirst()
        .orElse(null);
  }

  private static Problem problem(Refusal why) {
    return switch (why) {
      case FORGED ->
          Problem.of(HttpStatus.FORBIDDEN, "FORGED", "The signature does not match the request.");
      case EXPIRED ->
          Problem.of(HttpStatus.FORBIDDEN, "EXPIRED", "This was valid for a while only.");
      case TOO_LARGE ->
          Problem.of(
              HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", "More bytes than were promised.");
      case WRONG_TYPE ->
          Problem.of(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "UNSUPPORTED_FORMAT",
              "Not the type of picture that was promised.");
      case CUT_SHORT ->
          Problem.of(
              HttpStatus.BAD_REQUEST,
              "UPLOAD_CUT_SHORT",
              "The upload was cut short. Send it again.");
      case BAD_DIGEST ->
          Problem.of(
              HttpStatus.BAD_REQUEST,
              "BAD_DIGEST",
              "What came is not of the checksum that was said. Send it again.");
    };
  }

  /** From the raw path, for the router takes an encoded slash for one. */
  private static PhotoRef ref(HttpRequest<?> request, String bucket) {
    String path = request.getUri().getRawPath();
    String key = path.substring(path.indexOf('/', "/objects/".length()) + 1);
    String decoded = WireText.ofPath(key);
    return ProblemException.unless(() -> new PhotoRef(bucket, decoded));
  }

  private static Map<String, String> query(HttpRequest<?> request) {
    Map<String, String> query = new LinkedHashMap<>();
    request.getParameters().forEach((name, values) -> query.put(name, values.getFirst()));
    return query;
  }

  private static Map<String, String> headers(HttpRequest<?> request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request.getHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
    return headers;
  }
}
