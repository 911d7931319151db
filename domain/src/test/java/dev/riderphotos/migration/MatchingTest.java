package dev.riderphotos.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reference's table of how many faces there were and are, without its faults. */
class MatchingTest {
  private static final BoundingBox LEFT = new BoundingBox(0, 0, 0.2, 0.5);
  private static final BoundingBox MIDDLE = new BoundingBox(0.4, 0, 0.2, 0.5);
  private static final BoundingBox RIGHT = new BoundingBox(0.8, 0, 0.2, 0.5);

  @Test
  void oneFoundAgainIsMoved() {
    assertThat(outcomes(List.of(LEFT), List.of(LEFT))).containsExactly("0 MOVED to 0: null");
    assertThat(newFaces(List.of(LEFT), List.of(LEFT))).isEmpty();
  }

  @Test
  void oneThatIsNotFoundIsNotReindexed() {
    assertThat(outcomes(List.of(LEFT), List.of()))
        .containsExactly("0 NOT_REINDEXED: 1 face expected, no faces found.");
    assertThat(outcomes(List.of(LEFT), List.of(RIGHT)))
        .containsExactly("0 NOT_REINDEXED: Not able to map face found.");
    assertThat(newFaces(List.of(LEFT), List.of(RIGHT))).containsExactly("0");
  }

  @Test
  void oneAmongSeveralIsTheNearest() {
    BoundingBox nearly = new BoundingBox(0.02, 0, 0.2, 0.5);

    assertThat(outcomes(List.of(LEFT), List.of(RIGHT, nearly, LEFT)))
        .containsExactly("0 MOVED to 2: Indexed more than 1 expected face.");
    assertThat(newFaces(List.of(LEFT), List.of(RIGHT, nearly, LEFT))).containsExactly("0", "1");
    assertThat(outcomes(List.of(MIDDLE), List.of(LEFT, RIGHT)))
        .containsExactly("0 NOT_REINDEXED: Indexed more than 1 expected face.");
  }

  @Test
  void ofSeveralOneMayBeFound() {
    assertThat(outcomes(List.of(LEFT, MIDDLE), List.of()))
        .containsExactly(
            "0 NOT_REINDEXED: >1 face expected, no faces found.",
            "1 NOT_REINDEXED: >1 face expected, no faces found.");
    assertThat(outcomes(List.of(LEFT, MIDDLE), List.of(MIDDLE)))
        .containsExactly(
            "0 NOT_REINDEXED: >1 face expected, only 1 face found.",
            "1 MOVED to 0: >1 face expected, only 1 face found.");
    assertThat(newFaces(List.of(LEFT, MIDDLE), List.of(RIGHT))).containsExactly("0");
  }

  @Test
  void everyProvidedFaceHasOneRow() {
    assertThat(outcomes(List.of(LEFT, MIDDLE, LEFT), List.of(LEFT, MIDDLE, RIGHT)))
        .containsExactly(
            "0 MOVED to 0: null",
            "1 MOVED to 1: null",
            "2 NOT_REINDEXED: Not able to match indexed faces to any of the original input.");
    assertThat(newFaces(List.of(LEFT, MIDDLE), List.of(LEFT, MIDDLE, RIGHT))).containsExactly("2");
  }

  @Test
  void whatIsNearIsToldOfWhatIsDoubtful() {
    BoundingBox shifted = new BoundingBox(0.05, 0, 0.2, 0.5); // 0.6
    FaceRow far =
        new Matching(record(List.of(LEFT)), found(List.of(shifted)), 0.5).rows().getFirst();
    FaceRow sure =
        new Matching(record(List.of(LEFT)), found(List.of(LEFT, RIGHT)), 0.5).rows().getFirst();
    FaceRow two =
        new Matching(
                record(List.of(LEFT)),
                found(List.of(LEFT, new BoundingBox(0.01, 0, 0.2, 0.5))),
                0.5)
            .rows()
            .getFirst();

    assertThat(Stream.of(far, sure, two).map(FaceRow::doubtful)).containsExactly(true, false, true);
  }

  private static List<String> outcomes(List<BoundingBox> provided, List<BoundingBox> found) {
    return new Matching(record(provided), found(found), 0.5)
        .rows().stream()
            .map(
                row -> row.provided().id() + " " + row.outcome() + to(row.newFace()) + row.reason())
            .toList();
  }

  private static String to(@Nullable FaceId face) {
    return face == null ? ": " : " to " + face + ": ";
  }

  private static List<String> newFaces(List<BoundingBox> provided, List<BoundingBox> found) {
    List<String> ids = new ArrayList<>();
    new Matching(record(provided), found(found), 0.5)
        .newFaces()
        .forEach(face -> ids.add(face.id().value()));
    return ids;
  }

  private static ImageRecord record(List<BoundingBox> boxes) {
    return new ImageRecord(
        new PhotoRef("photos", "x.jpg"),
        null,
        IntStream.range(0, boxes.size()).mapToObj(i -> provided(i, boxes.get(i))).toList());
  }

  private static ProvidedFace provided(int i, BoundingBox box) {
    return new ProvidedFace(new FaceId("" + i), new ImageId("old"), null, box);
  }

  private static List<IndexedFace> found(List<BoundingBox> boxes) {
    return IntStream.range(0, boxes.size())
        .mapToObj(
            i -> new IndexedFace(new FaceId("" + i), new ImageId("new"), null, boxes.get(i), 99))
        .toList();
  }
}
