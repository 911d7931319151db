package dev.riderphotos.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Checksum;
import dev.riderphotos.photo.ChecksumAlgorithm;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.SignedAccess;
import dev.riderphotos.photo.SignedAccess.Fetched;
import dev.riderphotos.photo.SignedAccess.Received;
import dev.riderphotos.photo.SignedAccess.Refusal;
import dev.riderphotos.photo.SignedAccess.Upload;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTerms.Size;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.photo.UploadTickets;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What {@link UploadTickets}, {@link PhotoLinks} and {@link SignedAccess} keep together. */
public abstract class SignedAccessContract {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3600);

  private final PhotoRef ref = new PhotoRef("photos", "a folder/100% né.jpg");
  private final Photo photo = Photos.oneFace();

  protected abstract UploadTickets tickets();

  protected abstract PhotoLinks links();

  protected abstract SignedAccess access();

  /** Where what is received is kept. */
  protected abstract PhotoStore store();

  /** From now on it is this time. */
  protected abstract void setTime(Instant time);

  @Test
  void whatATicketAllowsIsStoredAsOftenAsItComes() {
    setTime(NOW);
    UploadTicket.Put ticket = tickets().toPut(terms(Size.exactly(photo.size())));

    assertThat(put(ticket, photo.bytes())).isEqualTo(stored());
    assertThat(put(ticket, photo.bytes())).isEqualTo(stored());

    assertThat(store().get(ref)).contains(photo);
    assertThat(ticket.headers()).containsEntry("Content-Type", "image/jpeg");
  }

  @Test
  void aFormIsAsGoodAsAPutButNotInItsPlace() {
    setTime(NOW);
    UploadTicket.Form ticket = tickets().toPost(terms(Size.atMost(photo.size() + 1)));
    Map<String, String> fields = new LinkedHashMap<>(ticket.fields());
    assertThat(fields.remove("key")).isEqualTo(ref.key());

    assertThat(access().receive(ref, fields, upload(false, photo.bytes())))
        .isEqualTo(new Received.Refused(Refusal.FORGED));
    assertThat(access().receive(ref, fields, upload(true, photo.bytes()))).isEqualTo(stored());
  }

  @Test
  void aTicketIsForOneKeyAlone() {
    setTime(NOW);
    UploadTicket.Put ticket = tickets().toPut(terms(Size.atMost(1_000_000)));

    for (PhotoRef other :
        List.of(new PhotoRef("other", ref.key()), new PhotoRef("photos", ref.key() + "x"))) {
      assertThat(access().receive(other, query(ticket.url()), upload(false, photo.bytes())))
          .isEqualTo(new Received.Refused(Refusal.FORGED));
      assertThat(store().get(other)).isEmpty();
    }
  }

  @Test
  void noParameterCanBeChangedOrLeftOut() {
    setTime(NOW);
    Map<String, String> query = query(tickets().toPut(terms(Size.atMost(1_000_000))).url());

    for (String name : query.keySet()) {
      Map<String, String> changed = new LinkedHashMap<>(query);
      changed.put(name, name.equals("Content-Type") ? "image/png" : query.get(name) + "1");
      Map<String, String> without = new LinkedHashMap<>(query);
      without.remove(name);
      for (Map<String, String> tampered : List.of(changed, without, Map.<String, String>of())) {
        assertThat(access().receive(ref, tampered, upload(false, photo.bytes())))
            .as(name)
            .isEqualTo(new Received.Refused(Refusal.FORGED));
      }
    }
    assertThat(store().get(ref)).isEmpty();
  }

  @Test
  void aTicketExpires() {
    setTime(NOW);
    UploadTicket.Put ticket = tickets().toPut(terms(Size.atMost(1_000_000)));

    setTime(LATER);

    assertThat(put(ticket, photo.bytes())).isEqualTo(new Received.Refused(Refusal.EXPIRED));
    assertThat(store().get(ref)).isEmpty();
  }

  @Test
  void whatIsTooLongTooShortOrOfAnotherTypeLeavesThePlaceAsItWas() {
    setTime(NOW);
    store().put(ref, photo);
    UploadTicket.Put ticket = tickets().toPut(terms(Size.exactly(photo.size())));
    byte[] bytes = photo.bytes();

    assertRefused(ticket, Arrays.copyOf(bytes, bytes.length + 1), Refusal.TOO_LARGE);
    assertRefused(ticket, Arrays.copyOf(bytes, bytes.length - 1), Refusal.CUT_SHORT);
    assertRefused(ticket, new byte[0], Refusal.CUT_SHORT);
    assertRefused(ticket, new byte[bytes.length], Refusal.WRONG_TYPE);
    assertThat(store().get(ref)).contains(photo);
  }

  @Test
  void aSenderWhoIsGoneLeavesThePlaceAsItWas() {
    setTime(NOW);
    UploadTicket.Put ticket = tickets().toPut(terms(Size.atMost(1_000_000)));
    Upload broken = new Upload(false, "image/jpeg", -1, List.of(), breakingOff(photo.bytes()));

    assertThat(access().receive(ref, query(ticket.url()), broken))
        .isEqualTo(new Received.Refused(Refusal.CUT_SHORT));
    assertThat(store().get(ref)).isEmpty();
  }

  @Test
  void whatIsNotOfTheChecksumThatItsSenderSaysLeavesThePlaceAsItWas() {
    setTime(NOW);
    UploadTicket.Put ticket = tickets().toPut(terms(Size.atMost(1_000_000)));
    Checksum right = new Checksum(ChecksumAlgorithm.CRC32, base64(crc32(photo.bytes())));
    Checksum wrong = new Checksum(ChecksumAlgorithm.CRC32, base64(~crc32(photo.bytes())));

    Upload spoilt = upload(false, photo.bytes(), List.of(right, wrong));
    assertThat(access().receive(ref, query(ticket.url()), spoilt))
        .isEqualTo(new Received.Refused(Refusal.BAD_DIGEST));
    assertThat(store().get(ref)).isEmpty();

    Upload whole = upload(false, photo.bytes(), List.of(right));
    assertThat(access().receive(ref, query(ticket.url()), whole)).isEqualTo(stored());
  }

  @Test
  void whatIsShownIsDescribedAsItIs() throws IOException {
    setTime(NOW);
    Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    store().put(ref, photo);
    URI link = links().link(ref, LATER);

    Fetched.Found found = (Fetched.Found) access().fetch(ref, query(link));
    store().put(ref, Photos.nobody());

    try (InputStream bytes = found.bytes()) {
      assertThat(bytes.readAllBytes()).isEqualTo(photo.bytes());
    }
    assertThat(found.size()).isEqualTo(photo.size());
    assertThat(found.etag()).isEqualTo(etag(photo));
    assertThat(found.modified()).isBetween(before, Instant.now());
  }

  @Test
  void aLinkShowsOnePhotoForAWhile() throws IOException {
    setTime(NOW);
    store().put(ref, photo);
    URI link = links().link(ref, LATER);
    PhotoRef other = new PhotoRef("photos", "other.jpg");

    assertThat(access().fetch(ref, query(link))).isInstanceOf(Fetched.Found.class);
    try (InputStream in = ((Fetched.Found) access().fetch(ref, query(link))).bytes()) {
      assertThat(in.readAllBytes()).isEqualTo(photo.bytes());
    }
    assertThat(access().fetch(other, query(link))).isEqualTo(new Fetched.Refused(Refusal.FORGED));
    assertThat(access().fetch(ref, Map.of())).isEqualTo(new Fetched.Refused(Refusal.FORGED));
    assertThat(access().fetch(other, query(links().link(other, LATER))))
        .isEqualTo(new Fetched.Absent());

    setTime(LATER);
    assertThat(access().fetch(ref, query(link))).isEqualTo(new Fetched.Refused(Refusal.EXPIRED));
  }

  @Test
  void anAddressIsAlwaysTheSameAndTwoObjectsNeverShareOne() {
    List<URI> addresses =
        OddNames.upTo(500).stream().map(key -> links().address(new PhotoRef("b-b", key))).toList();

    assertThat(addresses).doesNotHaveDuplicates();
    assertThat(links().address(ref)).isEqualTo(links().address(ref));
  }

  private UploadTerms terms(Size size) {
    return new UploadTerms(ref, PhotoFormat.JPEG, size, LATER);
  }

  private Received put(UploadTicket.Put ticket, byte[] bytes) {
    return access().receive(ref, query(ticket.url()), upload(false, bytes));
  }

  private void assertRefused(UploadTicket.Put ticket, byte[] bytes, Refusal why) {
    assertThat(put(ticket, bytes)).isEqualTo(new Received.Refused(why));
    Upload undeclared =
        new Upload(false, "image/jpeg", -1, List.of(), new ByteArrayInputStream(bytes));
    assertThat(access().receive(ref, query(ticket.url()), undeclared))
        .isEqualTo(new Received.Refused(why));
  }

  private Received stored() {
    return new Received.Stored(etag(photo));
  }

  private static Upload upload(boolean form, byte[] bytes) {
    return upload(form, bytes, List.of());
  }

  private static Upload upload(boolean form, byte[] bytes, List<Checksum> checksums) {
    return new Upload(form, "image/jpeg", bytes.length, checksums, new ByteArrayInputStream(bytes));
  }

  private static String etag(Photo photo) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(photo.bytes()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has MD5", impossible);
    }
  }

  private static InputStream breakingOff(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes, 0, bytes.length / 2)) {
      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count < 0) {
          throw new IOException("on purpose");
        }
        return count;
      }
    };
  }

  private static int crc32(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  private static String base64(int sum) {
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt(sum).array());
  }

  private static Map<String, String> query(URI url) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : url.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return query;
  }
}
