package dev.riderphotos.migration;

import static dev.riderphotos.migration.Scene.NEW;
import static java.util.Comparator.comparingDouble;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.FindAgain.Found;
import dev.riderphotos.migration.ProveMigration.Findings;
import dev.riderphotos.migration.ReviewFace.Candidate;
import dev.riderphotos.migration.ReviewFace.Reviewed;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewFaceTest {
  /** No two boxes have so much in common. */
  private static final MigrationOptions STRICT =
      new MigrationOptions(0.9999999, Scene.OPTIONS.tps(), 1, Scene.OPTIONS.filter(), false);

  private static final Findings QUIET =
      new Findings() {
        @Override
        public void fault(String sentence) {}

        @Override
        public void addedSince(long faces) {}

        @Override
        public void searched(FaceRow row, Found found) {}

        @Override
        public void duplicate(FaceRow one, FaceRow other, double similarity) {}
      };

  private final Scene scene = new Scene();

  @Test
  void whatIsDroppedIsNotMovedAndComesBackWhenThatIsUndone() {
    FaceId ada = scene.register(Person.ADA).id();
    scene.register(Person.BORIS);
    MigrationId id = scene.run(scene.prepare().id()).id();

    assertThat(scene.review().drop(id, ada)).isInstanceOf(Reviewed.Written.class);
    assertThat(scene.names(NEW)).containsExactly("Boris");
    assertThat(scene.counts(id).of(Outcome.NOT_REINDEXED)).isEqualTo(1);
    assertThat(scene.counterparts().in(NEW, ada)).isEmpty();
    assertThat(scene.rows(id, Outcome.NOT_REINDEXED))
        .extracting(FaceRow::reason)
        .containsExactly("Dropped by an operator.");

    assertThat(scene.review().undo(id, ada)).isInstanceOf(Reviewed.Written.class);
    assertThat(scene.names(NEW)).containsExactly("Ada", "Boris");
    assertThat(scene.counts(id).allMoved()).isTrue();
    assertThat(scene.counterparts().in(NEW, ada))
        .contains(requireNonNull(scene.ledger().row(id, ada).orElseThrow().newFace()));
    assertThat(scene.prove(id, QUIET).state()).isEqualTo(MigrationState.PROVEN);
    assertThat(scene.review().undo(id, ada))
        .isEqualTo(new Reviewed.Refused("Nothing was decided of this face"));
  }

  @Test
  void theNearestNewFaceIsMatchedThoughItWasSwept() {
    FaceId ada = scene.register(Person.ADA).id();
    MigrationId id = scene.run(scene.prepare(STRICT).id()).id();
    FaceRow before = scene.ledger().row(id, ada).orElseThrow();
    assertThat(before.outcome()).isEqualTo(Outcome.NOT_REINDEXED);
    assertThat(scene.facesIn(NEW)).isEmpty();
    FaceId nearest = requireNonNull(before.match()).face().id();

    assertThat(scene.review().match(id, ada, nearest)).isInstanceOf(Reviewed.Written.class);

    FaceRow row = scene.ledger().row(id, ada).orElseThrow();
    assertThat(row.outcome()).isEqualTo(Outcome.MOVED);
    assertThat(scene.facesIn(NEW)).extracting(IndexedFace::id).containsExactly(row.newFace());
    assertThat(scene.counterparts().in(NEW, ada)).contains(requireNonNull(row.newFace()));
    assertThat(scene.prove(id, QUIET).proof()).extracting(Proof::faults).isEqualTo(0L);

    assertThat(scene.review().undo(id, ada)).isInstanceOf(Reviewed.Written.class);
    assertThat(scene.facesIn(NEW)).isEmpty();
    assertThat(scene.ledger().row(id, ada)).contains(before);
  }

  @Test
  void anyNewFaceOfThePhotoMayBeChosen() {
    FaceId one = scene.register("pair.jpg", Photos.twoFaces(), 1).getFirst().id();
    MigrationId id = scene.run(scene.prepare().id()).id();
    FaceRow before = scene.ledger().row(id, one).orElseThrow();
    List<Candidate> candidates = scene.review().candidates(id, one);
    assertThat(candidates).hasSize(2).isSortedAccordingTo(comparingDouble(any -> any.box().left()));
    assertThat(candidates).extracting(Candidate::owner).containsExactlyInAnyOrder(one, null);
    Candidate other =
        candidates.stream().filter(any -> any.owner() == null).findAny().orElseThrow();
    assertThat(other.iou()).isZero();
    assertThat(scene.facesIn(NEW)).as("nothing was written").hasSize(1);

    assertThat(scene.review().match(id, one, other.box())).isInstanceOf(Reviewed.Written.class);

    FaceRow row = scene.ledger().row(id, one).orElseThrow();
    assertThat(row.decided()).isTrue();
    assertThat(row.place()).isEqualTo(other.box());
    assertThat(scene.facesIn(NEW)).extracting(IndexedFace::id).containsExactly(row.newFace());
    assertThat(scene.counterparts().in(NEW, one)).contains(requireNonNull(row.newFace()));
    assertThat(scene.prove(id, QUIET).proof()).extracting(Proof::faults).isEqualTo(0L);

    assertThat(scene.review().undo(id, one)).isInstanceOf(Reviewed.Written.class);
    assertThat(scene.facesIn(NEW)).hasSize(1);
    assertThat(scene.ledger().row(id, one).orElseThrow().place()).isEqualTo(before.place());
  }

  @Test
  void whereNoPhotoIsThereIsNothingToChoose() {
    FaceId ada = scene.register(Person.ADA).id();
    MigrationId id = scene.run(scene.prepare().id()).id();
    BoundingBox box = scene.ledger().row(id, ada).orElseThrow().place();
    assertThat(scene.review().candidates(id, new FaceId("nobody"))).isEmpty();
    assertThat(scene.review().match(id, new FaceId("nobody"), box))
        .isInstanceOf(Reviewed.Unknown.class);

    scene.replacePhoto("Ada", Photos.nobody());

    assertThat(scene.review().candidates(id, ada)).isEmpty();
    assertThat(scene.review().match(id, ada, box)).isInstanceOf(Reviewed.Refused.class);
    assertThat(scene.names(NEW)).containsExactly("Ada");
  }

  @Test
  void aDecisionUndoesTheProof() {
    FaceId ada = scene.register(Person.ADA).id();
    MigrationId id = scene.run(scene.prepare().id()).id();
    assertThat(scene.prove(id, QUIET).state()).isEqualTo(MigrationState.PROVEN);

    Reviewed _ = scene.review().drop(id, ada);

    Migration now = scene.migrations().find(id).orElseThrow();
    assertThat(now.state()).isEqualTo(MigrationState.DONE);
    assertThat(now.proof()).isNull();
  }

  @Test
  void nobodysFaceIsTakenAway() {
    List<IndexedFace> pair = scene.register("pair.jpg", Photos.twoFaces(), 2);
    MigrationId id = scene.run(scene.prepare().id()).id();
    FaceId other =
        requireNonNull(scene.ledger().row(id, pair.getLast().id()).orElseThrow().newFace());

    assertThat(scene.review().match(id, pair.getFirst().id(), other))
        .isInstanceOf(Reviewed.Refused.class);
    assertThat(scene.review().match(id, pair.getFirst().id(), pair.getLast().box()))
        .isInstanceOf(Reviewed.Refused.class);
    assertThat(scene.review().match(id, pair.getFirst().id(), new FaceId("no-such-face")))
        .isInstanceOf(Reviewed.Refused.class);
    assertThat(scene.review().drop(id, new FaceId("nobody"))).isInstanceOf(Reviewed.Unknown.class);
    assertThat(scene.facesIn(NEW)).hasSize(2);
  }

  @Test
  void nothingIsDecidedOnceItIsLive() {
    FaceId ada = scene.register(Person.ADA).id();
    MigrationId id = scene.run(scene.prepare().id()).id();
    Reviewed _ = scene.review().drop(id, ada);
    Reviewed _ = scene.review().undo(id, ada);
    Migration _ = scene.prove(id, QUIET);
    assertThat(scene.cutOver(id)).isInstanceOf(CutOver.Answer.Switched.class);

    assertThatThrownBy(() -> scene.review().drop(id, ada)).isInstanceOf(WrongStateException.class);
    assertThatThrownBy(() -> scene.review().undo(id, ada)).isInstanceOf(WrongStateException.class);
  }
}
