package dev.riderphotos.app.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.LedgerRows;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationLedger.KeptFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.web.SafeCell;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * What became of every face as RFC 4180 has it: the reference's columns, and what there is to say
 * besides. A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class MigrationCsv {
  private static final int PAGE = 1000;
  private static final String NOT_REINDEXED = "Not reindexed";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "UserID",
              "FaceId",
              "OldFaceId",
              "ImageId",
              "OldImageId",
              "ExternalImageId",
              "Bucket",
              "File",
              "IsNewFace",
              "Outcome",
              "Reason",
              "IoU",
              "OldBoundingBox",
              "BoundingBox")
          .get();

  private final MigrationLedger ledger;
  private final MigrationId id;
  private final boolean raw;

  /**
   * Reads nothing yet.
   *
   * @param raw whether texts are left as they are
   */
  public MigrationCsv(MigrationLedger ledger, MigrationId id, boolean raw) {
    this.ledger = ledger;
    this.id = id;
    this.raw = raw;
  }

  /** Writes row by row, so that none but a page of them is held. */
  public void write(Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    for (FaceRow row : new LedgerRows(ledger, id, null)) {
      print(printer, row);
    }
    printNewFaces(printer);
  }

  private void print(CSVPrinter printer, FaceRow row) throws IOException {
    FaceRow.Match match = row.match();
    IndexedFace moved = row.newFace() == null || match == null ? null : match.face();
    printer.printRecord(
        text(row.provided().user()),
        moved == null ? NOT_REINDEXED : text(moved.id()),
        text(row.provided().id()),
        moved == null ? NOT_REINDEXED : text(moved.image()),
        text(row.provided().image()),
        text(row.externalImageId() == null ? null : row.externalImageId().value()),
        bucket(row.photo()),
        key(row.photo()),
        moved == null ? "" : "False",
        row.outcome(),
        text(row.reason()),
        match == null ? "" : String.format(Locale.ROOT, "%.4f", match.iou()),
        box(row.provided().box()),
        match == null ? "" : box(match.face().box()));
  }

  private void printNewFaces(CSVPrinter printer) throws IOException {
    FaceId after = null;
    List<KeptFace> page;
    do {
      page = ledger.kept(id, after, PAGE);
      for (KeptFace kept : page) {
        String name = "NewFace-" + kept.face().id();
        printer.printRecord(
            name,
            text(kept.face().id()),
            name,
            text(kept.face().image()),
            name,
            text(
                kept.face().externalImageId() == null
                    ? null
                    : kept.face().externalImageId().value()),
            bucket(kept.photo()),
            key(kept.photo()),
            "True",
            "",
            "",
            "",
            "",
            box(kept.face().box()));
        after = kept.face().id();
      }
    } while (page.size() == PAGE);
  }

  private String bucket(@Nullable PhotoRef photo) {
    return photo == null ? "" : photo.bucket();
  }

  private String key(@Nullable PhotoRef photo) {
    return photo == null ? "" : text(photo.key());
  }

  private String text(@Nullable Object value) {
    return raw ? Objects.toString(value, "") : SafeCell.of(value);
  }

  private static String box(BoundingBox box) {
    return String.format(
        Locale.ROOT,
        "{\"Width\":%s,\"Height\":%s,\"Left\":%s,\"Top\":%s}",
        box.width(),
        box.height(),
        box.left(),
        box.top());
  }
}
