package dev.riderphotos.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.testkit.InMemoryMigrationLedger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerRowsTest {
  private static final MigrationId ID = new MigrationId("riders");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1000, 1001, 2000})
  void everyRowComesOnce(int size) {
    MigrationLedger ledger = new InMemoryMigrationLedger();
    List<FaceRow> rows = IntStream.range(0, size).mapToObj(LedgerRowsTest::row).toList();
    ledger.reject(ID, rows);

    assertThat(new LedgerRows(ledger, ID, null)).containsExactlyElementsOf(rows);
    assertThat(new LedgerRows(ledger, ID, Outcome.REJECTED)).hasSize(size);
    assertThat(new LedgerRows(ledger, ID, Outcome.MOVED)).isEmpty();
  }

  private static FaceRow row(int number) {
    ProvidedFace face =
        new ProvidedFace(
            new FaceId("%04d".formatted(number)),
            new ImageId("image"),
            null,
            new BoundingBox(0, 0, 1, 1));
    return new FaceRow(face, null, null, Outcome.REJECTED, "No photo.", null);
  }
}
