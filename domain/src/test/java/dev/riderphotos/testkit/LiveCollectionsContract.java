package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.Conflict;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link LiveCollections} keeps. */
public abstract class LiveCollectionsContract {
  /** What the settings name at first. */
  protected static final Map<Role, CollectionId> FIRST =
      Map.of(
          Role.RIDERS, new CollectionId("first-riders"),
          Role.GALLERY, new CollectionId("first-gallery"));

  private static final CollectionId RIDERS = new CollectionId("first-riders");
  private static final CollectionId GALLERY = new CollectionId("first-gallery");
  private static final CollectionId NEXT = new CollectionId("next");
  private static final CollectionId LAST = new CollectionId("last");

  /** Those of {@link #FIRST}, never asked before; the same ones in one test. */
  protected abstract LiveCollections live();

  /** The same record, as a process sees it that is started later, by these settings. */
  protected abstract LiveCollections startedAgain(Map<Role, CollectionId> settings);

  @Test
  void theSettingsNameTheFirst() {
    assertThat(live().of(Role.RIDERS)).isEqualTo(RIDERS);
    assertThat(live().of(Role.GALLERY)).isEqualTo(GALLERY);
    assertThat(live().paired(Role.RIDERS)).isEmpty();
    assertThat(live().paired(Role.GALLERY)).isEmpty();
  }

  @Test
  void otherSettingsChangeNothingAfterwards() {
    assertThat(live().of(Role.RIDERS)).isEqualTo(RIDERS);
    LiveCollections later = startedAgain(Map.of(Role.RIDERS, NEXT, Role.GALLERY, LAST));

    assertThat(later.of(Role.RIDERS)).isEqualTo(RIDERS);
    live().switchOver(Role.RIDERS, RIDERS, LAST);
    assertThat(later.of(Role.RIDERS)).isEqualTo(LAST);
    assertThat(startedAgain(FIRST).of(Role.RIDERS)).isEqualTo(LAST);
  }

  @Test
  void aSwitchMayBeTheFirstThatIsAsked() {
    live().switchOver(Role.RIDERS, RIDERS, NEXT);

    assertThat(live().of(Role.RIDERS)).isEqualTo(NEXT);
    assertThat(live().of(Role.GALLERY)).isEqualTo(GALLERY);
  }

  @Test
  void aSwitchMayBeRepeatedAndTakenBack() {
    live().switchOver(Role.GALLERY, GALLERY, NEXT);
    live().switchOver(Role.GALLERY, GALLERY, NEXT);
    assertThat(live().of(Role.GALLERY)).isEqualTo(NEXT);

    live().switchOver(Role.GALLERY, NEXT, GALLERY);
    assertThat(live().of(Role.GALLERY)).isEqualTo(GALLERY);
  }

  @Test
  void whoTookAnotherForTheLiveOneChangesNothing() {
    live().pair(Role.RIDERS, NEXT);

    assertThatThrownBy(() -> live().switchOver(Role.RIDERS, LAST, NEXT))
        .isInstanceOf(Conflict.class);

    assertThat(live().of(Role.RIDERS)).isEqualTo(RIDERS);
    assertThat(live().paired(Role.RIDERS)).containsExactly(NEXT);
  }

  @Test
  void pairedOnesStaySoTheOtherWayRound() {
    live().pair(Role.RIDERS, NEXT);
    live().pair(Role.RIDERS, NEXT);
    live().pair(Role.RIDERS, RIDERS);
    assertThat(live().paired(Role.RIDERS)).containsExactly(NEXT);
    assertThat(live().paired(Role.GALLERY)).isEmpty();

    live().switchOver(Role.RIDERS, RIDERS, NEXT);
    assertThat(live().paired(Role.RIDERS)).containsExactly(RIDERS);

    live().switchOver(Role.RIDERS, NEXT, RIDERS);
    assertThat(live().paired(Role.RIDERS)).containsExactly(NEXT);
  }

  @Test
  void whatIsNotPairedWithTheNewOneStaysPaired() {
    live().pair(Role.RIDERS, NEXT);

    live().switchOver(Role.RIDERS, RIDERS, LAST);

    assertThat(live().paired(Role.RIDERS)).containsExactly(NEXT);
  }

  @Test
  void aPairEnds() {
    live().pair(Role.RIDERS, NEXT);
    live().pair(Role.RIDERS, LAST);
    assertThat(startedAgain(FIRST).paired(Role.RIDERS)).containsExactlyInAnyOrder(NEXT, LAST);

    live().unpair(Role.RIDERS, NEXT);
    live().unpair(Role.RIDERS, NEXT);
    live().unpair(Role.GALLERY, NEXT);
    assertThat(live().paired(Role.RIDERS)).containsExactly(LAST);

    live().unpair(Role.RIDERS, LAST);
    assertThat(live().paired(Role.RIDERS)).isEmpty();
  }

  @Test
  void ofThoseWhoSwitchAtOnceOneComesFirst() {
    List<CollectionId> targets =
        Stream.of("a", "b", "c", "d", "e", "f", "g", "h").map(CollectionId::new).toList();

    List<Boolean> switched =
        Concurrently.call(targets.size(), number -> switchedTo(targets.get(number)));

    assertThat(switched).containsOnlyOnce(true);
    assertThat(live().of(Role.RIDERS)).isEqualTo(targets.get(switched.indexOf(true)));
  }

  private boolean switchedTo(CollectionId target) {
    try {
      live().switchOver(Role.RIDERS, RIDERS, target);
      return true;
    } catch (Conflict _) {
      return false;
    }
  }
}
