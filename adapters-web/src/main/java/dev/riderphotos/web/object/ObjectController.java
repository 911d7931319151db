package dev.riderphotos.web.object;

import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.SignedAccess;
import dev.riderphotos.photo.SignedAccess.Fetched;
import dev.riderphotos.photo.SignedAccess.Received;
import dev.riderphotos.photo.SignedAccess.Refusal;
import dev.riderphotos.photo.SignedAccess.Upload;
import dev.riderphotos.web.Problem;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.RestOfBody;
import dev.riderphotos.web.WireText;
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
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects as S3 would take them in and show them, where it does not: by presigned URLs alone. */
@Controller("/objects/{bucket}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
@Tag(name = "Objects")
@Requires(beans = SignedAccess.class)
class ObjectController {
  private final SignedAccess access;
  private final PhotoLinks links;

  ObjectController(SignedAccess access, PhotoLinks links) {
    this.access = access;
    this.links = links;
  }

  @Operation(
      summary = "Put the object that a ticket allows",
      description = "As S3's presigned PUT.")
  @Put("/{+key}")
  @Consumes(MediaType.ALL)
  HttpResponse<?> put(HttpRequest<?> request, String bucket, @Body @Nullable InputStream body) {
    Upload upload =
        new Upload(
            false,
            request.getContentType().map(MediaType::toString).orElse(""),
            request.getContentLength(),
            new SaidChecksums(headers(request)).read(),
            body == null ? InputStream.nullInputStream() : body);
    Received received = access.receive(ref(request, bucket), query(request), upload);
    RestOfBody.forget(upload.bytes());
    return switch (received) {
      case Received.Stored(String etag) ->
          HttpResponse.ok().header(HttpHeaders.ETAG, Preconditions.quoted(etag));
      case Received.Refused(Refusal why) -> problem(why).response();
    };
  }

  @Operation(
      summary = "Post the object that a ticket allows",
      description = "As S3's presigned POST: the ticket's fields, and file, which is the object.")
  @Post(consumes = MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> post(
      HttpRequest<?> request,
      String bucket,
      @Part("key") @Nullable String key,
      @Part("Content-Type") @Nullable String contentType,
      @Part("max-size") @Nullable String maxSize,
      @Part("expires") @Nullable String expires,
      @Part("signature") @Nullable String signature,
      @Part("success_action_status") @Nullable String successActionStatus,
      @Part("Content-MD5") @Nullable String md5,
      @Part("x-amz-checksum-crc32") @Nullable String crc32,
      @Part("x-amz-checksum-crc32c") @Nullable String crc32c,
      @Part("x-amz-checksum-crc64nvme") @Nullable String crc64nvme,
      @Part("x-amz-checksum-sha1") @Nullable String sha1,
      @Part("x-amz-checksum-sha256") @Nullable String sha256,
      CompletedFileUpload file)
      throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Content-Type", given(contentType));
    fields.put("max-size", given(maxSize));
    fields.put("expires", given(expires));
    fields.put("signature", given(signature));
    Map<String, String> sums = new LinkedHashMap<>();
    sums.put("Content-MD5", given(md5));
    sums.put("x-amz-checksum-crc32", given(crc32));
    sums.put("x-amz-checksum-crc32c", given(crc32c));
    sums.put("x-amz-checksum-crc64nvme", given(crc64nvme));
    sums.put("x-amz-checksum-sha1", given(sha1));
    sums.put("x-amz-checksum-sha256", given(sha256));
    sums.values().removeIf(String::isEmpty);
    PhotoRef ref = ProblemException.unless(() -> new PhotoRef(bucket, given(key)));
    try (InputStream bytes = file.getInputStream()) {
      Upload upload =
          new Upload(
              true, given(contentType), file.getSize(), new SaidChecksums(sums).read(), bytes);
      return switch (access.receive(ref, fields, upload)) {
        case Received.Stored(String etag) ->
            new PostedObject(request, ref, links.address(ref), etag)
                .answer(given(successActionStatus));
        case Received.Refused(Refusal why) -> problem(why).response();
      };
    }
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

  private static String given(@Nullable String field) {
    return field == null ? "" : field;
  }
}
