package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.DeadLetters.DeadLetter;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.event.Outbox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Photos put straight into the gallery's bucket, and what its debug mode tells. */
class GalleryEventsTest {
  @RegisterExtension
  private static final RunningServer SERVER =
      new RunningServer(Map.of("gallery.debug-mode", true, "events.delay", "1ms"));

  @Test
  void photosThatArriveAreIndexedOnceEach() {
    put("arrived/Ada-Lovelace.jpg", Photos.of(Person.ADA));
    put("arrived/Both + 1.jpg", Photos.twoFaces());
    put("arrived/nobody.png", Photos.nobody());
    put("arrived/", Photos.nobody());
    deliver();

    assertThat(photo("arrived/Ada-Lovelace.jpg").faces()).hasSize(1);
    assertThat(photo("arrived/Both + 1.jpg").faces()).hasSize(2);
    assertThat(photo("arrived/nobody.png").faces()).isEmpty();
    assertThat(dead()).noneMatch(letter -> letter.event().ref().key().startsWith("arrived/"));
  }

  @Test
  void thePhotoAgainChangesNothingAndAnotherReplacesIt() {
    put("again.jpg", Photos.of(Person.BORIS));
    deliver();
    GalleryPhoto first = photo("again.jpg");
    put("again.jpg", Photos.of(Person.BORIS));
    deliver();
    assertThat(photo("again.jpg")).isEqualTo(first);

    put("again.jpg", Photos.of(Person.CLARA));
    deliver();

    assertThat(ids(photo("again.jpg"))).hasSize(1).doesNotContainAnyElementsOf(ids(first));
  }

  @Test
  void theEventOfAPhotoThatWasSentByHttpChangesNothing() {
    assertThat(index("sent.jpg", Photos.of(Person.named().get(3))).status()).isEqualTo(200);
    GalleryPhoto sent = photo("sent.jpg");

    deliver();

    assertThat(photo("sent.jpg")).isEqualTo(sent);
    assertThat(sent.faces())
        .allSatisfy(face -> assertThat(face.metadata().entries()).containsEntry("by", "test"));
  }

  @Test
  void whatIsNoPhotoIsADeadLetterAtOnceAndTheOthersAreIndexed() {
    put("broken.jpg", Photos.truncated());
    put("whole.jpg", Photos.of(Person.named().get(4)));
    deliver();

    assertThat(photo("whole.jpg").faces()).hasSize(1);
    assertThat(dead())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.event().ref().key()).isEqualTo("broken.jpg");
              assertThat(letter.attempts()).isEqualTo(1);
            });
  }

  @Test
  void debugModeLogsSettingsAndRequestsButNoKeyAndNoPhoto() {
    Logger logger = (Logger) LoggerFactory.getLogger("dev.riderphotos.web.gallery");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
    String key = key();
    try {
      SERVER.client().send("PUT", "/v1/index/x.jpg", Map.of("x-api-key", key), new byte[] {1, 2});
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("event: PUT /v1/index/x.jpg") && line.contains("2 bytes"))
        .noneMatch(line -> line.contains(key));
  }

  private static Answer index(String name, Photo photo) {
    Map<String, String> headers = Map.of("x-api-key", key(), "x-amz-meta-by", "test");
    return SERVER.client().send("PUT", "/v1/index/" + name, headers, photo.bytes());
  }

  private static String key() {
    CreateApiKey keys = SERVER.application().get(CreateApiKey.class);
    return keys.create("test", EnumSet.allOf(Scope.class)).secret().reveal();
  }

  private static void put(String key, Photo photo) {
    SERVER.application().get(PhotoStore.class).put(new PhotoRef("gallery", key), photo);
  }

  /** Until nothing waits, be it for its turn or for another attempt. */
  private static void deliver() {
    Outbox outbox = SERVER.application().get(Outbox.class);
    while (!outbox.due(Instant.now().plusSeconds(60), 1).isEmpty()) {
      SERVER.application().get(EventDispatcher.class).deliver();
    }
  }

  private static GalleryPhoto photo(String name) {
    return SERVER.application().get(GalleryPhotos.class).find(new PhotoName(name)).orElseThrow();
  }

  private static List<FaceId> ids(GalleryPhoto photo) {
    return photo.faces().stream().map(FaceRecord::id).toList();
  }

  private static List<DeadLetter> dead() {
    return SERVER.application().get(DeadLetters.class).dead(10);
  }
}
