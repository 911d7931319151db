package dev.riderphotos.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoLinks;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTerms.Size;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.photo.UploadTickets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What {@link UploadTickets} and {@link PhotoLinks} keep towards whoever uses them, by HTTP as
 * browsers do.
 */
public abstract class UploadTicketsContract {
  private static final String BOUNDARY = "rider-photos-boundary";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Photo photo = Photos.oneFace();

  /** As they are issued at this time. */
  protected abstract UploadTickets ticketsAt(Instant now);

  /** As they are made at this time. */
  protected abstract PhotoLinks linksAt(Instant now);

  /** Where uploads come in. */
  protected abstract PhotoStore store();

  /** A bucket of the store, the same in one test. */
  protected abstract String bucket();

  @Test
  void whatATicketAllowsIsStoredAsOftenAsItComes() {
    UploadTicket.Put ticket = put(Size.exactly(photo.size()));

    assertTaken(send(ticket, photo.bytes()));
    assertTaken(send(ticket, photo.bytes()));

    assertThat(store().get(ref())).contains(photo);
    assertThat(ticket.headers()).containsEntry("Content-Type", "image/jpeg");
  }

  @Test
  void aPutOfAnotherSizeIsRefused() {
    UploadTicket.Put ticket = put(Size.exactly(photo.size()));

    assertRefused(send(ticket, Arrays.copyOf(photo.bytes(), photo.size() + 1)));
    assertRefused(send(ticket, Arrays.copyOf(photo.bytes(), photo.size() - 1)));
  }

  @Test
  void aPutOfAnotherTypeIsRefused() {
    UploadTicket.Put ticket = put(Size.exactly(photo.size()));
    Map<String, String> png = Map.of("Content-Type", "image/png");

    assertRefused(send(new UploadTicket.Put(ticket.url(), png, ticket.terms()), photo.bytes()));
    assertRefused(
        send(new UploadTicket.Put(ticket.url(), Map.of(), ticket.terms()), photo.bytes()));
  }

  @Test
  void aPutOfAnySizeIsTaken() {
    assertTaken(send(put(Size.atMost(Photo.MAX_BYTES)), photo.bytes()));

    assertThat(store().get(ref())).contains(photo);
  }

  @Test
  void noParameterOfAPutCanBeChangedOrLeftOut() {
    UploadTicket.Put ticket = put(Size.exactly(photo.size()));
    String[] parameters = ticket.url().getRawQuery().split("&", -1);

    for (int index = 0; index < parameters.length; index++) {
      String[] changed = parameters.clone();
      changed[index] += "1";
      assertRefused(send(withQuery(ticket, String.join("&", changed)), photo.bytes()));
      changed[index] = "x=y";
      assertRefused(send(withQuery(ticket, String.join("&", changed)), photo.bytes()));
    }
    assertRefused(
        send(
            new UploadTicket.Put(
                URI.create(ticket.url().toString().replace("photo.jpg?", "other.jpg?")),
                ticket.headers(),
                ticket.terms()),
            photo.bytes()));
    assertThat(store().get(new PhotoRef(bucket(), "other.jpg"))).isEmpty();
  }

  @Test
  void ticketsAndLinksExpire() {
    Instant earlier = now().minus(Duration.ofHours(2));
    UploadTerms terms = terms(Size.exactly(photo.size()), earlier.plus(Duration.ofHours(1)));

    assertRefused(send(ticketsAt(earlier).toPut(terms), photo.bytes()));
    assertRefused(send(ticketsAt(earlier).toPost(terms), photo.bytes()));

    store().put(ref(), photo);
    assertThat(get(linksAt(earlier).link(ref(), terms.expiresAt())).statusCode())
        .isBetween(400, 499);
  }

  @Test
  void aFormIsTakenUpToItsSize() {
    assertTaken(send(form(Size.atMost(photo.size())), photo.bytes()));

    assertThat(store().get(ref())).contains(photo);
  }

  @Test
  void aFormOfAnotherSizeIsRefused() {
    assertRefused(send(form(Size.atMost(photo.size() - 1)), photo.bytes()));
    assertRefused(send(form(Size.exactly(photo.size() + 1)), photo.bytes()));
  }

  @Test
  void noFieldOfAFormCanBeChangedOrLeftOut() {
    UploadTicket.Form ticket = form(Size.atMost(photo.size()));

    for (String name : ticket.fields().keySet()) {
      Map<String, String> changed = new LinkedHashMap<>(ticket.fields());
      changed.put(name, ticket.fields().get(name) + "1");
      assertRefused(send(new UploadTicket.Form(ticket.url(), changed, ticket.terms()), photo));
      changed.remove(name);
      assertRefused(send(new UploadTicket.Form(ticket.url(), changed, ticket.terms()), photo));
    }
  }

  @Test
  void aLinkShowsOnePhotoAndAnAddressAloneNone() {
    store().put(ref(), photo);
    PhotoLinks links = linksAt(now());
    URI link = links.link(ref(), now().plusSeconds(60));

    HttpResponse<byte[]> shown = get(link);

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).isEqualTo(photo.bytes());
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(get(links.address(ref())).statusCode()).isBetween(400, 499);
    assertThat(get(URI.create(link + "1")).statusCode()).isBetween(400, 499);
    PhotoRef absent = new PhotoRef(bucket(), "absent.jpg");
    assertThat(get(links.link(absent, now().plusSeconds(60))).statusCode()).isEqualTo(404);
  }

  @Test
  void addressesAreAlwaysTheSameAndTwoObjectsNeverShareOne() {
    PhotoLinks links = linksAt(now());

    assertThat(OddNames.upTo(500).stream().map(key -> new PhotoRef("b-b", key)).map(links::address))
        .doesNotHaveDuplicates();
    assertThat(links.address(ref())).isEqualTo(links.address(ref()));
  }

  private PhotoRef ref() {
    return new PhotoRef(bucket(), "a folder/100% né+\"x\"/photo.jpg");
  }

  private UploadTerms terms(Size size, Instant expiresAt) {
    return new UploadTerms(ref(), PhotoFormat.JPEG, size, expiresAt);
  }

  private UploadTicket.Put put(Size size) {
    return ticketsAt(now()).toPut(terms(size, now().plusSeconds(600)));
  }

  private UploadTicket.Form form(Size size) {
    return ticketsAt(now()).toPost(terms(size, now().plusSeconds(600)));
  }

  private static UploadTicket.Put withQuery(UploadTicket.Put ticket, String query) {
    String url = ticket.url().toString();
    return new UploadTicket.Put(
        URI.create(url.substring(0, url.indexOf('?') + 1) + query),
        ticket.headers(),
        ticket.terms());
  }

  private HttpResponse<byte[]> send(UploadTicket.Put ticket, byte[] bytes) {
    HttpRequest.Builder request = HttpRequest.newBuilder(ticket.url());
    ticket.headers().forEach(request::header);
    return send(request.PUT(BodyPublishers.ofByteArray(bytes)).build());
  }

  private HttpResponse<byte[]> send(UploadTicket.Form ticket, Photo sent) {
    return send(ticket, sent.bytes());
  }

  private HttpResponse<byte[]> send(UploadTicket.Form ticket, byte[] bytes) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    ticket.fields().forEach((name, value) -> part(form, "name=\"" + name + "\"", value));
    part(form, "name=\"file\"; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg", "");
    form.writeBytes(bytes);
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return send(
        HttpRequest.newBuilder(ticket.url())
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(form.toByteArray()))
            .build());
  }

  private static void part(ByteArrayOutputStream form, String header, String value) {
    String begin = form.size() == 0 ? "--" : "\r\n--";
    form.writeBytes(
        (begin + BOUNDARY + "\r\nContent-Disposition: form-data; " + header + "\r\n\r\n" + value)
            .getBytes(UTF_8));
  }

  private HttpResponse<byte[]> get(URI url) {
    return send(HttpRequest.newBuilder(url).build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException fault) {
      throw new AssertionError("No answer", fault);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("No answer", interrupted);
    }
  }

  private void assertTaken(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).as(() -> new String(answer.body(), UTF_8)).isBetween(200, 299);
  }

  private void assertRefused(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(store().get(ref())).isEmpty();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
