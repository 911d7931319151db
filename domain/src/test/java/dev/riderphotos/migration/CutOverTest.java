package dev.riderphotos.migration;

import static dev.riderphotos.migration.Scene.NEW;
import static dev.riderphotos.migration.Scene.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Role;
import dev.riderphotos.migration.CutOver.Answer;
import dev.riderphotos.migration.FindAgain.Found;
import dev.riderphotos.migration.ProveMigration.Findings;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutOverTest {
  private final Scene scene = new Scene();
  private final Noted noted = new Noted();

  /** Notes what a proof finds. */
  private static final class Noted implements Findings {
    final List<String> faults = new ArrayList<>();
    final List<Found> found = new ArrayList<>();
    final List<String> duplicates = new ArrayList<>();
    long since;

    @Override
    public void addedSince(long faces) {
      since = faces;
    }

    @Override
    public void fault(String sentence) {
      faults.add(sentence);
    }

    @Override
    public void searched(FaceRow row, Found whom) {
      found.add(whom);
    }

    @Override
    public void duplicate(FaceRow one, FaceRow other, double similarity) {
      duplicates.add(one.externalImageId() + " " + other.externalImageId());
    }
  }

  @Test
  void isRefusedUntilItIsProven() {
    scene.register(Person.ADA);
    MigrationId id = scene.prepare().id();
    assertThatThrownBy(() -> scene.cutOver(id)).isInstanceOf(WrongStateException.class);

    Migration _ = scene.run(id);
    assertThat(reasons(scene.cutOver(id)))
        .containsExactly("It is not proven since faces were moved last. Verify it first.");
    assertThat(scene.live().of(Role.RIDERS)).isEqualTo(OLD);

    assertThat(scene.prove(id, noted).state()).isEqualTo(MigrationState.PROVEN);
    assertThat(noted.found).containsExactly(Found.ITSELF);
    assertThat(scene.cutOver(id)).isInstanceOf(Answer.Switched.class);
    assertThat(scene.live().of(Role.RIDERS)).isEqualTo(NEW);
    assertThat(scene.live().paired(Role.RIDERS)).containsExactly(OLD);
  }

  @Test
  void whatIsRegisteredBeforeTheSwitchIsCarriedOver() {
    scene.register(Person.ADA);
    MigrationId id = proven();
    IndexedFace boris = scene.register(Person.BORIS);

    assertThat(scene.cutOver(id)).isInstanceOf(Answer.Switched.class);

    assertThat(scene.names(NEW)).containsExactly("Ada", "Boris");
    assertThat(scene.counterparts().in(NEW, boris.id())).isPresent();
  }

  @Test
  void nothingIsSwitchedByAProcessThatEnds() {
    scene.register(Person.ADA);
    MigrationId id = proven();
    scene.register(Person.BORIS);
    scene.stopWhen(() -> true);

    assertThatThrownBy(() -> scene.cutOver(id)).isInstanceOf(StoppedException.class);
    assertThat(scene.live().of(Role.RIDERS)).isEqualTo(OLD);

    scene.stopWhen(() -> false);
    assertThat(scene.cutOver(id)).isInstanceOf(Answer.Switched.class);
    assertThat(scene.names(NEW)).containsExactly("Ada", "Boris");
  }

  @Test
  void nobodyIsLostOnTheWayBack() {
    IndexedFace ada = scene.register(Person.ADA);
    scene.register(Person.BORIS);
    MigrationId id = proven();
    Answer _ = scene.cutOver(id);
    IndexedFace clara = registerInNew(Person.CLARA);
    scene.deleteFrom(NEW, scene.counterparts().in(NEW, ada.id()).orElseThrow());

    assertThat(scene.back(id)).isInstanceOf(Answer.Switched.class);

    assertThat(scene.live().of(Role.RIDERS)).isEqualTo(OLD);
    assertThat(scene.names(OLD)).containsExactly("Boris", "Clara");
    assertThat(scene.counterparts().in(OLD, clara.id())).isPresent();
    assertThat(scene.facesIn(OLD)).hasSize(2);
  }

  @Test
  void overBackAndOverAgainDoublesNobody() {
    scene.register(Person.ADA);
    MigrationId id = proven();
    Answer _ = scene.cutOver(id);
    registerInNew(Person.BORIS);
    Answer _ = scene.back(id);
    scene.register(Person.CLARA);

    Migration _ = scene.run(id);
    Migration _ = scene.prove(id, noted);
    assertThat(scene.cutOver(id)).isInstanceOf(Answer.Switched.class);

    assertThat(scene.names(NEW)).containsExactly("Ada", "Boris", "Clara");
    assertThat(scene.facesIn(NEW)).hasSize(3);
    assertThat(scene.facesIn(OLD)).hasSize(3);
    assertThat(scene.counts(id).of(Outcome.MOVED)).isEqualTo(3);
    assertThat(noted.faults).isEmpty();
  }

  @Test
  void ofAnErasedFaceNothingRemainsButACount() {
    IndexedFace ada = scene.register(Person.ADA);
    scene.register(Person.BORIS);
    MigrationId id = proven();
    Answer _ = scene.cutOver(id);
    FaceId present = scene.counterparts().in(NEW, ada.id()).orElseThrow();

    assertThat(scene.forget(present)).isEqualTo(1);
    assertThat(scene.forget(present)).isZero();

    assertThat(scene.names(NEW)).containsExactly("Boris");
    assertThat(scene.rows(id, Outcome.MOVED)).hasSize(1);
    assertThat(scene.ledger().provided(id, List.of(ada.id()))).isEmpty();
    assertThat(scene.counts(id).of(Outcome.WITHDRAWN)).isEqualTo(1);
    assertThat(scene.counts(id).provided()).isEqualTo(2);
  }

  @Test
  void finishingDeletesTheOldCollection() {
    scene.register(Person.ADA);
    MigrationId id = proven();
    assertThatThrownBy(() -> scene.control().finish(id, false))
        .isInstanceOf(WrongStateException.class);
    Answer _ = scene.cutOver(id);

    assertThat(scene.control().finish(id, false)).isEmpty();
    assertThat(scene.control().finish(id, false)).isEmpty();

    assertThat(scene.collections().describe(OLD)).isEmpty();
    assertThat(scene.live().paired(Role.RIDERS)).isEmpty();
    assertThatThrownBy(() -> scene.back(id)).isInstanceOf(WrongStateException.class);
  }

  @Test
  void facesThatAreOnlyInTheOldCollectionAreNotLostByChance() {
    for (Person person : Person.named()) {
      scene.register(person);
    }
    scene.replacePhoto(Person.ADA.name(), Photos.nobody());
    MigrationId id = proven();
    assertThat(reasons(scene.cutOver(id)))
        .containsExactly(
            "93.75 % of the faces are moved, and it has to be 99.5 %. See the report.");

    Answer _ = scene.cutOver(id, new CutOver.Bar(90, 99.9));

    assertThat(scene.control().finish(id, false))
        .hasValueSatisfying(why -> assertThat(why).startsWith("1 faces are only in riders"));
    assertThat(scene.control().finish(id, true)).isEmpty();
  }

  @Test
  void whatIsNotAsItHasToBeIsNoProof() {
    scene.register(Person.ADA);
    scene.register(Person.BORIS);
    MigrationId id = scene.run(scene.prepare().id()).id();
    scene.deleteFrom(NEW, scene.rows(id, Outcome.MOVED).getFirst().match().face().id());
    List<IndexedFace> _ = scene.index(NEW, "stranger", Photos.of(Person.CLARA), 1);
    scene.register(Person.DAVID);

    assertThat(scene.prove(id, noted).state()).isEqualTo(MigrationState.DONE);

    assertThat(noted.faults)
        .hasSize(2)
        .anyMatch(fault -> fault.endsWith("which is not there"))
        .anyMatch(fault -> fault.endsWith("has no row"));
    assertThat(noted.since).isEqualTo(1);
    assertThat(reasons(scene.cutOver(id)))
        .anyMatch(reason -> reason.startsWith("2 faults were found"));
  }

  @Test
  void whomTheOldModelTookForOnePersonIsNotTold() {
    scene.register(Person.ADA);
    scene.register(Person.BORIS);
    scene.inMemory().lookAlike(Person.ADA, Person.BORIS, 90);

    MigrationId _ = proven();

    assertThat(noted.duplicates).isEmpty();
  }

  private MigrationId proven() {
    MigrationId id = scene.run(scene.prepare().id()).id();
    assertThat(scene.prove(id, noted).state()).isEqualTo(MigrationState.PROVEN);
    return id;
  }

  private IndexedFace registerInNew(Person person) {
    scene.replacePhoto(person.name(), Photos.of(person));
    return scene.index(NEW, person.name(), Photos.of(person), 1).getFirst();
  }

  private static List<String> reasons(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reasons();
  }
}
