package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.step.RiderSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must be true of everything that was verified, once all executions have ended. */
public final class Consistency {
  private Consistency() {}

  /** Fails if anything is half done: a face without a row, a row without a thumbnail … */
  public static void holds(Verifications verifications) {
    List<RiderProfile> rows = verifications.profiles().all();
    Set<PhotoRef> refs = verifications.photos().refs();

    assertThat(verifications.executions().all()).noneMatch(Execution::unfinished);
    assertThat(verifications.collection().all())
        .as("every face has a row and every row its face")
        .extracting(IndexedFace::id)
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(RiderProfile::face).toList());
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(refs).contains(row.photo(), row.thumbnail());
              assertThat(verifications.collection().find(row.face()))
                  .hasValueSatisfying(
                      face ->
                          assertThat(face.externalImageId())
                              .isEqualTo(row.rider().externalImageId()));
            });
    assertThat(refs).as("photos and thumbnails").isSubsetOf(known(verifications, rows));
  }

  /** The photos of rows and of refused uploads, and the thumbnails of rows. */
  private static Set<PhotoRef> known(Verifications verifications, List<RiderProfile> rows) {
    Set<PhotoRef> known = new HashSet<>();
    rows.forEach(row -> known.addAll(List.of(row.photo(), row.thumbnail())));
    verifications.executions().all().stream()
        .filter(execution -> execution.status() != Status.VERIFIED)
        .map(execution -> execution.submission().photo())
        .filter(photo -> photo.bucket().equals(RiderSettings.DEFAULT.photoBucket()))
        .forEach(known::add);
    return known;
  }
}
