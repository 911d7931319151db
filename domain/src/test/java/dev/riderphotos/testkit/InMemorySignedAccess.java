package dev.riderphotos.testkit;

import dev.riderphotos.photo.Checksum;
import dev.riderphotos.photo.Checksums;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.SignedAccess;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.photo.UploadTickets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers every ticket and link that it gave out, each by a number that nobody can guess. */
public final class InMemorySignedAccess implements UploadTickets, PhotoLinks, SignedAccess {
  private static final String NUMBER = "number";

  private record Put(UploadTerms terms, boolean form) {}

  private record Get(PhotoRef ref, Instant expiresAt) {}

  private final Map<String, Put> puts = new ConcurrentHashMap<>();
  private final Map<String, Get> gets = new ConcurrentHashMap<>();
  private final PhotoStore photos;
  private final InstantSource clock;

  public InMemorySignedAccess(PhotoStore photos, InstantSource clock) {
    this.photos = photos;
    this.clock = clock;
  }

  @Override
  public UploadTicket.Put toPut(UploadTerms terms) {
    String number = remember(puts, new Put(terms, false));
    return new UploadTicket.Put(
        URI.create(address(terms.ref()) + "?" + NUMBER + "=" + number),
        Map.of("Content-Type", terms.format().contentType()),
        terms);
  }

  @Override
  public UploadTicket.Form toPost(UploadTerms terms) {
    String number = remember(puts, new Put(terms, true));
    return new UploadTicket.Form(
        URI.create("/memory"), Map.of("key", terms.ref().key(), NUMBER, number), terms);
  }

  @Override
  public URI address(PhotoRef ref) {
    return URI.create(
        "/memory/" + ref.bucket() + "/" + URLEncoder.encode(ref.key(), StandardCharsets.UTF_8));
  }

  @Override
  public URI link(PhotoRef ref, Instant expiresAt) {
    String number = remember(gets, new Get(ref, expiresAt));
    return URI.create(address(ref) + "?" + NUMBER + "=" + number);
  }

  @Override
  public Received receive(PhotoRef ref, Map<String, String> parameters, Upload upload) {
    Put put = puts.get(parameters.getOrDefault(NUMBER, ""));
    if (put == null || !put.terms().ref().equals(ref) || put.form() != upload.form()) {
      return new Received.Refused(Refusal.FORGED);
    }
    try {
      byte[] bytes = upload.bytes().readAllBytes();
      Optional<Refusal> refusal = refusal(put.terms(), upload, bytes);
      if (refusal.isPresent()) {
        return new Received.Refused(refusal.get());
      }
      Checksums.Result sums = sums(bytes, upload.checksums());
      if (!sums.asSaid()) {
        return new Received.Refused(Refusal.BAD_DIGEST);
      }
      photos.put(ref, Photo.of(bytes));
      return new Received.Stored(sums.etag());
    } catch (IOException gone) {
      return new Received.Refused(Refusal.CUT_SHORT);
    }
  }

  @Override
  public Fetched fetch(PhotoRef ref, Map<String, String> parameters) {
    Get get = gets.get(parameters.getOrDefault(NUMBER, ""));
    if (get == null || !get.ref().equals(ref)) {
      return new Fetched.Refused(Refusal.FORGED);
    }
    return expired(get.expiresAt())
        ? new Fetched.Refused(Refusal.EXPIRED)
        : photos.get(ref).map(InMemorySignedAccess::found).orElseGet(Fetched.Absent::new);
  }

  /** The store does not know when it was put there: as if it were now. */
  private static Fetched found(Photo photo) {
    return new Fetched.Found(
        new ByteArrayInputStream(photo.bytes()),
        photo.size(),
        photo.format().orElse(PhotoFormat.JPEG),
        sums(photo.bytes(), List.of()).etag(),
        Instant.now());
  }

  private static Checksums.Result sums(byte[] bytes, List<Checksum> said) {
    Checksums checksums = new Checksums(said);
    checksums.update(bytes);
    return checksums.end();
  }

  private Optional<Refusal> refusal(UploadTerms terms, Upload upload, byte[] bytes) {
    if (expired(terms.expiresAt())) {
      return Optional.of(Refusal.EXPIRED);
    }
    if (bytes.length > terms.size().bytes()) {
      return Optional.of(Refusal.TOO_LARGE);
    }
    boolean tooShort = terms.size().exact() && bytes.length < terms.size().bytes();
    if (tooShort || bytes.length < Math.max(1, upload.declaredSize())) {
      return Optional.of(Refusal.CUT_SHORT);
    }
    return PhotoFormat.sniff(bytes).equals(Optional.of(terms.format()))
        ? Optional.empty()
        : Optional.of(Refusal.WRONG_TYPE);
  }

  private boolean expired(Instant expiresAt) {
    return !clock.instant().isBefore(expiresAt);
  }

  private static <T> String remember(Map<String, T> given, T what) {
    String number = UUID.randomUUID().toString();
    given.put(number, what);
    return number;
  }
}
