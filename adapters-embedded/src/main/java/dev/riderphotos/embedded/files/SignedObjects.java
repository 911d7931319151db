package dev.riderphotos.embedded.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.SignedAccess;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.photo.UploadTickets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The store's objects under {@code /objects/{bucket}/{key}} of our own server, for whoever has a
 * ticket or a link with our signature.
 */
public final class SignedObjects implements UploadTickets, PhotoLinks, SignedAccess {
  private static final String PUT = "PUT";
  private static final String POST = "POST";
  private static final String GET = "GET";

  private final DataFolder folder;
  private final FilePhotoStore photos;
  private final SigningKey key;
  private final SignedTerms terms;
  private final InstantSource clock;

  public SignedObjects(
      DataFolder folder, FilePhotoStore photos, SigningKey key, InstantSource clock) {
    this.folder = folder;
    this.photos = photos;
    this.key = key;
    this.terms = new SignedTerms(key);
    this.clock = clock;
  }

  @Override
  public UploadTicket.Put toPut(UploadTerms granted) {
    return new UploadTicket.Put(
        withQuery(address(granted.ref()), terms.write(granted, PUT)),
        Map.of(SignedTerms.CONTENT_TYPE, granted.format().contentType()),
        granted);
  }

  @Override
  public UploadTicket.Form toPost(UploadTerms granted) {
    Map<String, String> fields = new LinkedHashMap<>(terms.write(granted, POST));
    fields.put("key", granted.ref().key());
    return new UploadTicket.Form(URI.create("/objects/" + granted.ref().bucket()), fields, granted);
  }

  @Override
  public URI address(PhotoRef ref) {
    String path =
        Arrays.stream(ref.key().split("/", -1))
            .map(SignedObjects::encoded)
            .collect(Collectors.joining("/"));
    return URI.create("/objects/" + ref.bucket() + "/" + path);
  }

  @Override
  public URI link(PhotoRef ref, Instant expiresAt) {
    String expires = Long.toString(expiresAt.getEpochSecond());
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(SignedTerms.EXPIRES, expires);
    parameters.put(SignedTerms.SIGNATURE, key.sign(GET, ref.bucket(), ref.key(), expires));
    return withQuery(address(ref), parameters);
  }

  @Override
  public Received receive(PhotoRef ref, Map<String, String> parameters, Upload upload) {
    Optional<UploadTerms> granted = terms.read(ref, parameters, upload.form() ? POST : PUT);
    if (granted.isEmpty()) {
      return new Received.Refused(Refusal.FORGED);
    }
    return refusal(granted.get(), upload)
        .<Received>map(Received.Refused::new)
        .orElseGet(() -> store(granted.get(), upload));
  }

  @Override
  public Fetched fetch(PhotoRef ref, Map<String, String> parameters) {
    String signature = parameters.getOrDefault(SignedTerms.SIGNATURE, "");
    String expires = parameters.getOrDefault(SignedTerms.EXPIRES, "");
    if (!key.signed(signature, GET, ref.bucket(), ref.key(), expires)) {
      return new Fetched.Refused(Refusal.FORGED);
    }
    return expired(SignedTerms.expiry(parameters))
        ? new Fetched.Refused(Refusal.EXPIRED)
        : StoredFile.open(photos.fileOf(ref));
  }

  /** What stands against the upload before any of it is read. */
  private Optional<Refusal> refusal(UploadTerms granted, Upload upload) {
    if (expired(granted.expiresAt())) {
      return Optional.of(Refusal.EXPIRED);
    }
    if (!PhotoFormat.ofContentType(upload.contentType()).equals(Optional.of(granted.format()))) {
      return Optional.of(Refusal.WRONG_TYPE);
    }
    if (upload.declaredSize() > granted.size().bytes()) {
      return Optional.of(Refusal.TOO_LARGE);
    }
    boolean tooShort = upload.declaredSize() >= 0 && upload.declaredSize() < granted.size().bytes();
    return granted.size().exact() && tooShort ? Optional.of(Refusal.CUT_SHORT) : Optional.empty();
  }

  private Received store(UploadTerms granted, Upload upload) {
    try {
      Path part = Files.createTempFile(folder.temporary(), "upload-", null);
      try {
        Received received = new IncomingFile(granted, upload).write(part);
        if (received instanceof Received.Stored) {
          photos.put(granted.ref(), upload.consent(), part);
        }
        return received;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException fault) {
      throw folder.disk().fault("write an upload", fault);
    }
  }

  private boolean expired(Instant expiresAt) {
    return !clock.instant().isBefore(expiresAt);
  }

  private static URI withQuery(URI address, Map<String, String> parameters) {
    return URI.create(
        parameters.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", address + "?", "")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
