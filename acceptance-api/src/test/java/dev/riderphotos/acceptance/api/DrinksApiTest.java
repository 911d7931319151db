package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.server.EventDelivery;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.Drink;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTerms.Size;
import dev.riderphotos.photo.UploadTickets;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrinksApiTest {
  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  private static final Photo PICTURE = Photos.of(Person.ADA);

  private final Client client = SERVER.client();

  @BeforeAll
  static void deliverEvents() {
    SERVER.application().get(EventDelivery.class).start();
  }

  @Test
  void aTicketIsForOneKeyAndAnHour() {
    Answer ticket = ticket("Joe's", "Old Fashioned", "");

    assertThat(ticket.status()).isEqualTo(201);
    assertThat(ticket.textAt("key")).isEqualTo("cocktail-pictures/Joe's/Old Fashioned.jpg");
    assertThat(ticket.textAt("method")).isEqualTo("PUT");
    assertThat(ticket.textAt("headers/Content-Type")).isEqualTo("image/jpeg");
    assertThat(Duration.between(Instant.now(), Instant.parse(ticket.textAt("expiresAt"))))
        .isBetween(Duration.ofSeconds(3590), Duration.ofSeconds(3600));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Joe's, Old Fashioned",
        "Bar/ 100% + Grill, a.b",
        "Café ☕, x/../y",
        ".., .",
        "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk, ☕"
      })
  void whatWasUploadedIsFoundByItsNames(String bar, String drink) {
    assertThat(upload(ticket(bar, drink, ""), PICTURE).status()).isEqualTo(200);

    Answer found = found(bar, drink);

    assertThat(found.textAt("barName")).isEqualTo(bar);
    assertThat(found.textAt("drinkName")).isEqualTo(drink);
    assertThat(find(bar, drink).textAt("updatedAt")).isEqualTo(found.textAt("updatedAt"));
    Answer picture = client.get(pathOf(found.textAt("url")));
    assertThat(picture.body()).isEqualTo(PICTURE.bytes());
    assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(client.get(pathOf(found.textAt("thumbnailUrl"))).status()).isEqualTo(200);
    client.get(pathOf(found.textAt("s3ObjectKey"))).isProblem(403);
  }

  @Test
  void lookUpIsExactAndSuggestionsAreNot() {
    assertThat(upload(ticket("Ästhetik", "Crème", ""), PICTURE).status()).isEqualTo(200);
    assertThat(found("Ästhetik", "Crème").status()).isEqualTo(200);

    assertThat(find("ästhetik", "Crème").isProblem(404).textAt("detail"))
        .isEqualTo("Item not found");
    assertThat(lookUp("Ästhetik", "Creme").isProblem(404).textAt("detail"))
        .isEqualTo("Item not found");
    assertThat(client.get("/v1/bars?prefix=asTH").listAt("bars").toString())
        .isEqualTo("[Ästhetik]");
    Answer drinks = client.get("/v1/bars/" + encoded("Ästhetik") + "/drinks?prefix=creme");
    assertThat(drinks.textAt("drinks/0/drinkName")).isEqualTo("Crème");
    assertThat(client.get("/v1/bars/nobody/drinks").listAt("drinks")).isEmpty();
  }

  @Test
  void aSecondUploadReplacesTheFirstAndLeavesNothingBehind() throws IOException {
    int before = files();
    Answer ticket = ticket("Twice", "Twice", "");
    assertThat(upload(ticket, PICTURE).status()).isEqualTo(200);
    Instant first = Instant.parse(found("Twice", "Twice").textAt("updatedAt"));
    Photo other = Photos.of(Person.BORIS);

    assertThat(upload(ticket, other).status()).isEqualTo(200);
    awaitAfter("Twice", first);

    assertThat(client.get(pathOf(find("Twice", "Twice").textAt("url"))).body())
        .isEqualTo(other.bytes());
    assertThat(files()).isEqualTo(before + 3);

    Instant second = Instant.parse(find("Twice", "Twice").textAt("updatedAt"));
    Photo png = Photos.png(Portrait.of(Person.ADA));
    Answer pngTicket = ticket("Twice", "Twice", ", \"contentType\": \"image/png\"");
    assertThat(pngTicket.textAt("key")).endsWith(".png");
    assertThat(upload(pngTicket, png).status()).isEqualTo(200);
    awaitAfter("Twice", second);
    SERVER.application().get(EventDispatcher.class).deliver();
    assertThat(files()).isEqualTo(before + 3);

    String path = "/v1/drink-photos?bar=Twice&drink=Twice";
    assertThat(client.delete(path).status()).isEqualTo(204);
    client.delete(path).isProblem(404);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatATicketDoesNotAllowIsRefusedAndNothingIsKept() throws IOException {
    int before = files();
    Answer ticket = ticket("Bad", "Bad", ", \"size\": " + PICTURE.size());
    String path = pathOf(ticket.textAt("url"));
    byte[] bytes = PICTURE.bytes();

    put(path.replace("/Bad.jpg", "/Good.jpg"), bytes).isProblem(403);
    put(path.replace("size=", "size=1"), bytes).isProblem(403);
    put(path.replaceFirst("signature=..", "signature=zz"), bytes).isProblem(403);
    put(path.replaceFirst("expires=\\d", "expires=9"), bytes).isProblem(403);
    put(expiredTicket(), bytes).isProblem(403);
    put(path, Arrays.copyOf(bytes, bytes.length + 1)).isProblem(413);
    put(path, Arrays.copyOf(bytes, bytes.length - 1)).isProblem(400);
    put(path, new byte[0]).isProblem(400);
    put(path, new byte[bytes.length]).isProblem(415);
    client.send("PUT", path, "image/png", bytes).isProblem(415);
    client.send("PUT", path, "", bytes).isProblem(415);
    client.hangUp(
        """
        PUT %s HTTP/1.1
        Host: localhost
        Content-Type: image/jpeg
        Content-Length: %d

        """
            .formatted(path, bytes.length),
        Arrays.copyOf(bytes, 5000));

    SERVER.application().get(EventDispatcher.class).deliver();
    find("Bad", "Bad").isProblem(404);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whoUploadedHearsAtOnceWhatBecomesOfIt() {
    Answer ticket = ticket("At once", "Sour", "");
    String key = "{\"key\":\"%s\"}".formatted(ticket.textAt("key"));
    arrived(key).isProblem(404);
    upload(ticket, PICTURE);

    assertThat(arrived(key).textAt("drinkName")).isEqualTo("Sour");
    assertThat(lookUp("At once", "Sour").status()).isEqualTo(200);
    assertThat(found("At once", "Sour").textAt("drinkName"))
        .isEqualTo("Sour"); // its event came, too
    assertThat(arrived(key).status()).isEqualTo(200);

    Answer another = ticket("At once", "Cut", "");
    upload(another, Photos.truncated());
    assertThat(
            arrived("{\"key\":\"%s\"}".formatted(another.textAt("key")))
                .isProblem(422)
                .textAt("code"))
        .isEqualTo("IMAGE_UNREADABLE");
    arrived("{\"key\":\"no-drink\"}").isProblem(404);
  }

  @Test
  void anUploadLargerThanAnyPictureIsRefused() {
    Answer ticket = ticket("Large", "Large", "");
    byte[] large = Arrays.copyOf(PICTURE.bytes(), Photo.MAX_BYTES + 1);

    put(pathOf(ticket.textAt("url")), large).isProblem(413);
    uploads("{\"barName\":\"a\",\"drinkName\":\"b\",\"size\":15728641}").isProblem(413);
    uploads("{\"barName\":\"a\",\"drinkName\":\"b\",\"contentType\":\"image/gif\"}").isProblem(415);
  }

  @Test
  void aFormMayCarryThePicture() {
    Answer ticket = ticket("Form", "Form", ", \"method\": \"POST\", \"size\": 1000000");
    assertThat(ticket.textAt("method")).isEqualTo("POST");
    String path = pathOf(ticket.textAt("url"));

    client.post(path, form(ticket, "elsewhere.jpg")).isProblem(403);
    assertThat(client.post(path, form(ticket, ticket.textAt("key"))).status()).isEqualTo(204);

    assertThat(found("Form", "Form").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Invalid request body",
        "[] | Invalid request body",
        "{ | Invalid JSON payload",
        "{\"barName\" 1} | Invalid JSON payload",
        "{} | barName is missing",
        "{\"barName\":1} | barName is not a string",
        "{\"barName\":\" \",\"drinkName\":\"b\"} | barName is empty",
        "{\"barName\":\"a\"} | drinkName is missing",
        "{\"barName\":\"a\",\"drinkName\":[\"b\"]} | drinkName is not a string",
        "{\"barName\":\"a\",\"drinkName\":\"\"} | drinkName is empty",
        "{\"barName\":\"a\\u0000\",\"drinkName\":\"b\"} | A bar name has no control characters"
      })
  void whatIsWrongWithTheJsonIsSaid(String json, String detail) {
    assertThat(uploads(json).isProblem(400).textAt("detail")).isEqualTo(detail);
    assertThat(client.post("/v1/drink-photos/find", json).isProblem(400).textAt("detail"))
        .isEqualTo(detail);
  }

  @Test
  void tenMegabytesOfJsonAreTooMuch() {
    uploads("{\"barName\":\"" + "x".repeat(10_000_000) + "\"}").isProblem(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo.jpg", "Bar/.jpg", "folder/", " / .jpg"})
  void aKeyThatNamesNoDrinkTroublesNobody(String key) {
    PhotoStore photos = SERVER.application().get(PhotoStore.class);
    photos.put(new PhotoRef("drink-photos", key), PICTURE);

    SERVER.application().get(EventDispatcher.class).deliver();

    assertThat(client.get("/v1/events/dead").listAt("events")).isEmpty();
    photos.delete(new PhotoRef("drink-photos", key));
  }

  @Test
  void aPictureUnderAnotherPathIsRecordedByItsLastTwoSegments() {
    PhotoStore photos = SERVER.application().get(PhotoStore.class);
    photos.put(new PhotoRef("drink-photos", "some/path/Bar/a.b.jpg"), PICTURE);

    assertThat(found("Bar", "a.b").textAt("s3ObjectKey")).endsWith("/some/path/Bar/a.b.jpg");
  }

  @Test
  void aRidersPhotoThatIsPutIntoTheStoreIsVerified() {
    PhotoStore photos = SERVER.application().get(PhotoStore.class);
    photos.put(new PhotoRef("rider-photos", "riders/put-by-hand/me.jpg"), Photos.oneFace());

    SERVER.application().get(EventDispatcher.class).deliver();

    Answer begun = client.get("/v1/executions?rider=put-by-hand");
    assertThat(begun.listAt("executions")).hasSize(1);
    String id = begun.textAt("executions/0/executionId");
    assertThat(client.get("/v1/executions/" + id + "/events").status()).isEqualTo(200);
    client.get("/v1/executions/" + id).isVerified();
  }

  @Test
  void anUploadedRidersPhotoIsVerifiedOnce() {
    client.verify("only-once", Photos.nobody());

    SERVER.application().get(EventDispatcher.class).deliver();

    assertThat(client.get("/v1/executions?rider=only-once").listAt("executions")).hasSize(1);
  }

  @Test
  void listsGoOnPageByPage() {
    for (String name : List.of("Page 1", "Page 2", "Page 3")) {
      assertThat(upload(ticket(name, "x", ""), PICTURE).status()).isEqualTo(200);
      assertThat(found(name, "x").status()).isEqualTo(200);
    }

    Answer first = client.get("/v1/bars?prefix=page&limit=2");
    assertThat(first.listAt("bars").toString()).isEqualTo("[Page 1, Page 2]");
    Answer second =
        client.get("/v1/bars?prefix=page&limit=2&after=" + encoded(first.textAt("next")));
    assertThat(second.listAt("bars").toString()).isEqualTo("[Page 3]");
    assertThat(second.at("next")).isNull();
  }

  @Test
  void aPreflightIsAnsweredAndOtherOriginsAreNot() {
    Answer preflight = client.send("OPTIONS", "/v1/drink-photos/find", "", new byte[0]);

    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.textAt("message")).isEqualTo("CORS preflight response");
    assertThat(preflight.header("Access-Control-Allow-Methods")).startsWith("POST, GET, OPTIONS");
    assertThat(preflight.header("Access-Control-Allow-Headers"))
        .isEqualTo("Content-Type, X-Amz-Date, Authorization, X-Api-Key");
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    client.get("/v1/bars", "Origin", "https://evil.example").isProblem(403);
  }

  private static Form form(Answer ticket, String key) {
    Form form = new Form().field("key", key);
    for (String name : List.of("Content-Type", "max-size", "expires", "signature")) {
      form.field(name, ticket.textAt("fields/" + name));
    }
    return form.file("file", "drink.jpg", PICTURE);
  }

  private static String expiredTicket() {
    Drink drink = new Drink(new BarName("Bad"), new DrinkName("Bad"));
    UploadTerms terms =
        new UploadTerms(
            new PhotoRef("drink-photos", drink.key(PhotoFormat.JPEG)),
            PhotoFormat.JPEG,
            Size.exactly(PICTURE.size()),
            Instant.now().minusSeconds(1));
    return SERVER.application().get(UploadTickets.class).toPut(terms).url().toString();
  }

  private Answer ticket(String bar, String drink, String more) {
    Answer ticket =
        uploads("{\"barName\": \"%s\", \"drinkName\": \"%s\"%s}".formatted(bar, drink, more));
    assertThat(ticket.status()).as(ticket.text()).isEqualTo(201);
    return ticket;
  }

  private Answer uploads(String json) {
    return client.post("/v1/drink-photos/uploads", json);
  }

  private Answer arrived(String json) {
    return client.post("/v1/drink-photos/arrivals", json);
  }

  private Answer upload(Answer ticket, Photo photo) {
    return client.send(
        ticket.textAt("method"),
        pathOf(ticket.textAt("url")),
        ticket.textAt("headers/Content-Type"),
        photo.bytes());
  }

  private Answer put(String path, byte[] bytes) {
    return client.send("PUT", path, "image/jpeg", bytes);
  }

  /** The drink's event is on its way, or has been: both are delivered when this returns. */
  private Answer found(String bar, String drink) {
    SERVER.application().get(EventDispatcher.class).deliver();
    Answer found = lookUp(bar, drink);
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    return found;
  }

  private void awaitAfter(String name, Instant earlier) {
    SERVER.application().get(EventDispatcher.class).deliver();
    assertThat(Instant.parse(find(name, name).textAt("updatedAt"))).isAfter(earlier);
    assertThat(
            SERVER
                .application()
                .get(DrinkPhotos.class)
                .find(new Drink(new BarName(name), new DrinkName(name))))
        .isPresent();
  }

  private Answer lookUp(String bar, String drink) {
    return client.post(
        "/v1/drink-photos/find",
        "{\"barName\": \"%s\", \"drinkName\": \"%s\"}".formatted(bar, drink));
  }

  private Answer find(String bar, String drink) {
    return client.get("/v1/drink-photos?bar=" + encoded(bar) + "&drink=" + encoded(drink));
  }

  private static int files() throws IOException {
    return Folders.files(SERVER.data().resolve("buckets/drink-photos")).size()
        + Folders.files(SERVER.data().resolve("buckets/drink-thumbnails")).size();
  }

  private static String pathOf(String url) {
    URI uri = URI.create(url);
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
