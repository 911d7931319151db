package dev.riderphotos.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.FollowChanges.Changes;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FollowChangesTest {
  private final Scene scene = new Scene();

  /** It was put into the collection by somebody who had not yet written whose it is. */
  @Test
  void aFaceWhoseOriginIsKnownAMomentLaterIsMoved() {
    scene.register(Person.ADA);
    Migration migration = scene.prepare();
    scene.register(Person.BORIS);

    Changes changes = follow(migration, new Late(true));

    assertThat(changes).isEqualTo(new Changes(1, 0, 0));
  }

  @Test
  void aFaceWhoseOriginIsNotKnownThenIsRefusedOnce() {
    scene.register(Person.ADA);
    Migration migration = scene.prepare();
    scene.register(Person.BORIS);

    assertThat(follow(migration, new Late(false))).isEqualTo(new Changes(0, 1, 0));

    assertThat(follow(migration, new Late(false)).none()).isTrue();
  }

  private Changes follow(Migration migration, FaceOrigins origins) {
    return new FollowChanges(
            scene.collections(),
            scene.ledger(),
            new WithdrawFace(scene.collections(), scene.ledger()))
        .follow(migration, origins);
  }

  /** Knows no face until it is settled, and then all or none. */
  private static final class Late implements FaceOrigins {
    private final boolean then;
    private boolean known;

    Late(boolean then) {
      this.then = then;
    }

    @Override
    public Optional<Origin> of(IndexedFace face) {
      return known
          ? Optional.of(new Origin(new PhotoRef("photos", face.image().value()), null))
          : Optional.empty();
    }

    @Override
    public <T> T settled(Supplier<T> question) {
      known = then;
      return question.get();
    }

    @Override
    public String reason() {
      return "It is nobody's";
    }
  }
}
