package dev.riderphotos.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.OddNames;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.RandomNames;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.SubmitRiderPhoto.Submitted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SubmitRiderPhotoTest {
  private final Verifications verifications = new Verifications();
  private final Faults faults = new Faults();

  @Test
  void keepsThePhotoUnderRiderExecutionAndFileName() {
    Execution execution = submit(new RiderId("user_a"), "1_happy_face.jpg");

    PhotoRef ref = execution.submission().photo();
    assertThat(ref)
        .isEqualTo(
            new PhotoRef("rider-photos", "riders/user_a/" + execution.id() + "/1_happy_face.jpg"));
    assertThat(verifications.photos().get(ref)).contains(Photos.oneFace());
    assertThat(execution.status()).isEqualTo(Status.RUNNING);
    assertThat(verifications.executions().find(execution.id())).contains(execution);
  }

  @Test
  void theExecutionRemembersWhatWasAsked() {
    EmailAddress email = new EmailAddress("ada@example.com");

    Submission submission =
        verifications
            .submission()
            .submit(Riders.ada(), "x.jpg", Photos.oneFace(), true, email)
            .submission();

    assertThat(submission.rider()).isEqualTo(Riders.ada());
    assertThat(submission.replace()).isTrue();
    assertThat(submission.email()).isEqualTo(email);
    assertThat(submit(Riders.ada(), "x.jpg").submission().replace()).isFalse();
  }

  @Test
  void everySubmissionIsAnExecutionOfItsOwn() {
    assertThat(submit(Riders.ada(), "x.jpg").id()).isNotEqualTo(submit(Riders.ada(), "x.jpg").id());
    assertThat(verifications.photos().refs()).hasSize(2);
  }

  @Test
  void theSenderNamesTheExecutionAndTheSameAgainIsIt() {
    ExecutionId key = ExecutionId.random();

    Submitted first = once(key, Riders.ada(), Photos.oneFace());
    Submitted again = once(key, Riders.ada(), Photos.of(Person.BORIS));

    assertThat(first.execution().id()).isEqualTo(key);
    assertThat(first.joined()).isFalse();
    assertThat(again).isEqualTo(new Submitted(first.execution(), true));
    assertThat(verifications.run(first.execution()).status()).isEqualTo(Status.VERIFIED);
    assertThat(once(key, Riders.ada(), Photos.oneFace()).execution().status())
        .isEqualTo(Status.VERIFIED);
    assertThat(verifications.executions().all()).hasSize(1);
  }

  @Test
  void theSameBytesOfARiderAreOneExecutionWhileItRuns() {
    Execution first = once(null, Riders.ada(), Photos.oneFace()).execution();

    assertThat(once(null, Riders.ada(), Photos.oneFace())).isEqualTo(new Submitted(first, true));
    assertThat(once(ExecutionId.random(), Riders.ada(), Photos.oneFace()).joined()).isTrue();
    assertThat(once(null, Riders.boris(), Photos.oneFace()).joined()).isFalse();
    assertThat(once(null, Riders.ada(), Photos.anotherOf(Person.ADA)).joined()).isFalse();
    assertThat(verifications.run(first).status()).isEqualTo(Status.VERIFIED);
    assertThat(once(null, Riders.ada(), Photos.oneFace()).joined()).isFalse();
  }

  @RepeatedTest(10)
  void ofTheSameSentAtOnceOneIsBegun() {
    SubmitRiderPhoto submission = verifications.submission();
    ExecutionId key = ExecutionId.random();

    List<Submitted> answers =
        Concurrently.call(
            16,
            number ->
                submission.submitOnce(
                    sent(number % 2 == 0 ? key : null, Riders.ada(), Photos.oneFace())));

    assertThat(answers).filteredOn(answer -> !answer.joined()).hasSize(1);
    assertThat(verifications.executions().all()).hasSize(1);
    assertThat(verifications.photos().refs()).hasSize(1);
  }

  private Submitted once(@Nullable ExecutionId key, RiderId rider, Photo photo) {
    return verifications.submission().submitOnce(sent(key, rider, photo));
  }

  private static SentPhoto sent(@Nullable ExecutionId key, RiderId rider, Photo photo) {
    return new SentPhoto(key, rider, "x.jpg", photo, false, null, false, null, null);
  }

  @Test
  void aPhotoWithoutANameGetsOne() {
    Photo png = Photos.png(Portrait.of(Person.ADA).size(80, 80));
    Photo text = Photo.of("text".getBytes(UTF_8));

    assertThat(key(Riders.ada(), "", Photos.oneFace())).endsWith("/photo.jpg");
    assertThat(key(Riders.ada(), " ", png)).endsWith("/photo.png");
    assertThat(key(Riders.ada(), "\t", text)).endsWith("/photo");
  }

  @Test
  void noNameLeavesItsPlace() {
    List<String> names = new ArrayList<>(OddNames.upTo(300));
    names.addAll(List.of("../../../x", "a/b/c", "..", ".", "/", "a\nb", "x".repeat(100_000)));
    for (String name : names) {
      Execution execution = submit(Riders.ada(), name);
      String folder = "riders/ada/" + execution.id() + "/";
      String key = execution.submission().photo().key();
      assertThat(key).startsWith(folder);
      assertThat(key.substring(folder.length()))
          .isNotEmpty()
          .doesNotContain("/")
          .isNotIn("..", ".");
    }
  }

  @Test
  void aLongNameKeepsItsExtension() {
    assertThat(key(Riders.ada(), "x".repeat(300) + ".jpg", Photos.oneFace()))
        .endsWith("/" + "x".repeat(251) + ".jpg");
  }

  @Test
  void noRiderLeavesTheirPlace() {
    for (RiderId rider : Riders.odd()) {
      assertThat(submit(rider, "x.jpg").submission().photo().key().split("/", -1)).hasSize(4);
    }
    assertThat(verifications.photos().refs())
        .extracting(ref -> ref.key().split("/", -1)[1])
        .doesNotHaveDuplicates();
  }

  @Test
  void keysOfPhotoAndThumbnailAreNeverTooLong() {
    RiderId longest = new RiderId("%".repeat(128));
    RiderId widest = new RiderId("😀".repeat(45));
    for (RiderId rider : List.of(longest, widest)) {
      RandomNames.of(400)
          .limit(200)
          .forEach(
              name -> {
                PhotoRef photo = submit(rider, name).submission().photo();
                PhotoRef thumbnail = photo.sibling("rider-thumbnails", "resized-");
                assertThat(thumbnail.key().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(1024);
              });
    }
  }

  @Test
  void whoSendsIsNotKeptWaitingForAStoreThatFails() {
    withFaults().next(1, Fault.RETRYABLE, call -> call.is(PhotoStore.class, "put"));

    assertThatThrownBy(() -> submit(Riders.ada(), "x.jpg")).isInstanceOf(BackendException.class);

    assertThat(submit(Riders.ada(), "x.jpg").status()).isEqualTo(Status.RUNNING);
    assertThat(verifications.photos().refs()).hasSize(1);
  }

  @Test
  void aStoreThatFailsEndsTheExecution() {
    withFaults().always(Fault.RETRYABLE, call -> call.is(PhotoStore.class, "put"));

    assertThatThrownBy(() -> submit(Riders.ada(), "x.jpg"))
        .isInstanceOf(BackendException.class)
        .hasMessage("Could not do PhotoStore.put");

    Execution execution = verifications.executions().all().getFirst();
    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(execution.fault()).isEqualTo("Could not do PhotoStore.put");
    assertThat(execution.endedAt()).isNotNull();
    assertThat(execution.unfinished()).isFalse();
    assertThat(verifications.photos().refs()).isEmpty();
  }

  @Test
  void ifNotEvenThatCanBeWrittenItIsLeftToWhoLooksNext() {
    withFaults().always(Fault.RETRYABLE, call -> call.is(PhotoStore.class, "put"));
    faults.always(Fault.RETRYABLE, call -> call.is(Executions.class, "save"));

    assertThatThrownBy(() -> submit(Riders.ada(), "x.jpg"))
        .hasMessage("Could not do PhotoStore.put")
        .satisfies(fault -> assertThat(fault.getSuppressed()).hasSize(1));

    assertThat(verifications.executions().unfinished()).hasSize(1);
  }

  @Test
  void whatWasBegunUnheardOfIsLeftToWhoLooksNext() {
    withFaults().always(Fault.ANSWER_LOST, call -> call.is(Executions.class, "start"));

    assertThatThrownBy(() -> submit(Riders.ada(), "x.jpg")).isInstanceOf(BackendException.class);

    assertThat(verifications.executions().unfinished()).hasSize(1);
    assertThat(verifications.photos().refs()).isEmpty();
  }

  @Test
  void aBrokenJournalTakesNothingIn() {
    withFaults().always(Fault.RETRYABLE, call -> call.is(Executions.class, "start"));

    assertThatThrownBy(() -> submit(Riders.ada(), "x.jpg")).isInstanceOf(BackendException.class);
    assertThat(verifications.photos().refs()).isEmpty();
  }

  private Faults withFaults() {
    verifications.swap(ports -> ports.withFaults(faults));
    return faults;
  }

  private String key(RiderId rider, String fileName, Photo photo) {
    return verifications
        .submission()
        .submit(rider, fileName, photo, false, null)
        .submission()
        .photo()
        .key();
  }

  private Execution submit(RiderId rider, String fileName) {
    return verifications.submission().submit(rider, fileName, Photos.oneFace(), false, null);
  }
}
