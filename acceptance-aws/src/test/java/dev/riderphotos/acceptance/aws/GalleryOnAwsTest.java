package dev.riderphotos.acceptance.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gallery on S3, Rekognition and DynamoDB answers as it does on one machine. */
class GalleryOnAwsTest {
  private static final int INDEXED = 4;

  @RegisterExtension static final RunningServer EMBEDDED = new RunningServer();
  @RegisterExtension static final AwsServer AWS = new AwsServer();

  @Test
  void answersAreTheSame() {
    assertThat(answers(AWS.application(), AWS.client()))
        .containsExactlyElementsOf(answers(EMBEDDED.application(), EMBEDDED.client()))
        .contains("index 0: 200, 1 faces", "other 0: 200 [Person 0]", "other 4: 200 []")
        .contains("nobody: 422");
  }

  /** Four people, asked for by other photos, with a stranger, and in company. */
  private static List<String> answers(Application application, Client client) {
    Caller caller = new Caller(application, client);
    List<Person> people = Person.named();
    List<String> answers = new ArrayList<>();
    for (int person = 0; person < INDEXED; person++) {
      Answer indexed =
          caller.index("person-%d.jpg".formatted(person), Photos.of(people.get(person)));
      answers.add("index %d: %d, %d faces".formatted(person, indexed.status(), faces(indexed)));
    }
    for (int person = 0; person <= INDEXED; person++) {
      Answer found = caller.search("", Photos.anotherOf(people.get(person)));
      answers.add("other %d: %d %s".formatted(person, found.status(), found.at("matchedFaces")));
    }
    answers.add("couple: " + everyone(caller, company(people.get(0), people.get(INDEXED))));
    answers.add("nobody: " + everyone(caller, Photos.nobody()));
    return answers;
  }

  @Test
  void aFaceIsDeletedAndRestored() {
    Caller caller = new Caller(AWS.application(), AWS.client());
    Person person = Person.named().get(10);
    Photo other = Photos.anotherOf(person);
    String face = caller.index("Jörg Müller.jpeg", Photos.of(person)).textAt("faces/0/FaceId");
    assertThat(caller.search("", other).at("matchedFaces/0")).isEqualTo("Jörg müller");
    assertThat(AWS.client().get("/v1/faces/" + face + "/crop").header("Content-Type"))
        .isEqualTo("image/png");

    assertThat(AWS.client().delete("/v1/faces/" + face).status()).isEqualTo(200);
    assertThat(caller.search("", other).at("matchedFaces")).isEqualTo(List.of());
    AWS.client().get("/v1/faces/" + face).isProblem(404);

    Answer restored = AWS.client().post("/v1/faces/" + face + "/restore", "{}");
    assertThat(restored.status()).as(restored.text()).isEqualTo(200);
    assertThat(caller.search("", other).at("matchedFaces/0")).isEqualTo("Jörg müller");
  }

  @Test
  void anotherPhotoOfTheNameTakesThePlace() {
    Caller caller = new Caller(AWS.application(), AWS.client());
    Person before = Person.named().get(11);
    Person after = Person.named().get(12);

    assertThat(faces(caller.index("same.png", Photos.of(before)))).isEqualTo(1);
    assertThat(faces(caller.index("same.png", Photos.of(after)))).isEqualTo(1);

    assertThat(caller.search("", Photos.of(before)).at("matchedFaces")).isEqualTo(List.of());
    assertThat(caller.search("", Photos.of(after)).at("matchedFaces")).isEqualTo(List.of("Same"));
  }

  @Test
  void whoWasToldApartIsNotNamed() {
    Caller caller = new Caller(AWS.application(), AWS.client());
    Person person = Person.named().get(13);
    Photo other = Photos.anotherOf(person);
    String face = caller.index("apart.jpg", Photos.of(person)).textAt("faces/0/FaceId");
    String searched = caller.search("?faces=all", other).textAt("searches/0/id");
    String match = "/v1/searches/" + searched + "/matches/" + face;

    assertThat(AWS.client().delete(match).status()).isEqualTo(200);
    assertThat(caller.search("?faces=all", other).at("matchedFaces")).isEqualTo(List.of());
  }

  /** A program with a key. */
  private record Caller(Client client, Map<String, String> headers) {
    Caller(Application application, Client client) {
      this(client, headers(application.get(CreateApiKey.class)));
    }

    private static Map<String, String> headers(CreateApiKey creation) {
      String secret =
          creation.create("test", EnumSet.of(Scope.INDEX, Scope.SEARCH)).secret().reveal();
      return Map.of("x-api-key", secret, "Content-Type", "image/jpeg");
    }

    Answer index(String name, Photo photo) {
      String path = "/v1/index/" + URLEncoder.encode(name, UTF_8).replace("+", "%20");
      return client.send("PUT", path, headers, photo.bytes());
    }

    Answer search(String query, Photo photo) {
      return client.send("POST", "/v1/search" + query, headers, photo.bytes());
    }
  }

  private static String everyone(Caller caller, Photo photo) {
    Answer found = caller.search("?faces=all", photo);
    return found.status() == 200
        ? found.listAt("searches").stream()
            .map(face -> String.valueOf(((Map<?, ?>) face).get("name")))
            .toList()
            .toString()
        : String.valueOf(found.status());
  }

  private static int faces(Answer indexed) {
    return indexed.listAt("faces").size();
  }

  private static Photo company(Person one, Person other) {
    return Photos.jpeg(Portrait.together(one, other).take(1));
  }
}
