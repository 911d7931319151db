package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One face, one rider, also when many claim it at once. A few rounds suffice here: the contract of
 * the collection does twenty, without the rest of the workflow.
 */
class ConcurrentUploadsTest {
  private static final int RIDERS = 16;

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RepeatedTest(3)
  void ofManyRidersWithOneFaceOneIsVerified(RepetitionInfo round) {
    int number = round.getCurrentRepetition();
    Photo photo = Photos.of(Person.named().get(number));

    List<Answer> answers =
        Concurrently.call(
            RIDERS, rider -> SERVER.client().verify("rider-%d-%d".formatted(number, rider), photo));

    assertThat(answers).filteredOn(answer -> "VERIFIED".equals(answer.at("status"))).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !"VERIFIED".equals(answer.at("status")))
        .hasSize(RIDERS - 1)
        .allSatisfy(answer -> answer.isRejected("Face in the picture is already in the system. "));
    assertThat(SERVER.application().get(RiderFaces.class).size()).isEqualTo(number);
  }
}
