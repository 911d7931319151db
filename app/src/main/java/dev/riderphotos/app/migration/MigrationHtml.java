package dev.riderphotos.app.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.LedgerRows;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.Proof;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration as one HTML file that needs nothing else: its counts, how much old and new boxes have
 * in common, and the faces that somebody had better look at, each with both boxes on its photo.
 */
@Singleton
public final class MigrationHtml {
  private static final int SIDE = 480;
  private static final int BINS = 10;
  private static final int BAR_WIDTH = 44;
  private static final int TALLEST = 160;
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Migration %1$s</title>
      <style>
      body { max-width: 66rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
      table { border-collapse: collapse; }
      th { padding-inline-end: 2rem; font-weight: 400; text-align: start; }
      td { font-variant-numeric: tabular-nums; text-align: end; }
      svg { max-width: 100%%; height: auto; }
      svg text { fill: currentcolor; font-size: 12px; text-anchor: middle; }
      .bar { fill: #3d50d2; }
      .old, .new { fill: none; stroke-width: 3; vector-effect: non-scaling-stroke; }
      .old { stroke: #d97706; stroke-dasharray: 9 6; }
      .new { stroke: #14a05a; }
      ul { display: grid; padding: 0; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%%), 1fr)); gap: 1.5rem; }
      li { list-style: none; overflow-wrap: anywhere; }
      </style>
      </head>
      <body>
      <h1>Migration %1$s</h1>
      <p>%2$s: from %3$s to %4$s.</p>
      """;

  private final MigrationLedger ledger;
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final Thumbnailer thumbnailer;

  MigrationHtml(
      MigrationLedger ledger, PhotoStore photos, PhotoOpener opener, Thumbnailer thumbnailer) {
    this.ledger = ledger;
    this.photos = photos;
    this.opener = opener;
    this.thumbnailer = thumbnailer;
  }

  /** Writes face by face, so that none but a page of them is held. */
  public void write(Migration migration, Appendable out) throws IOException {
    out.append(
        HEAD.formatted(
            migration.id(),
            migration.state(),
            migration.from() == null ? "a records file" : migration.from(),
            migration.to()));
    writeCounts(ledger.counts(migration.id()), migration.proof(), out);
    writeHistogram(histogram(migration), out);
    writeDoubtful(migration, out);
    out.append("</body>\n</html>\n");
  }

  private static void writeCounts(Counts counts, @Nullable Proof proof, Appendable out)
      throws IOException {
    out.append("<h2>Counts</h2>\n<table>\n");
    row("Faces", counts.provided(), out);
    row("Photos", counts.records(), out);
    row("Open", counts.open(), out);
    row("Moved", counts.of(Outcome.MOVED), out);
    row("Not found again", counts.of(Outcome.NOT_REINDEXED), out);
    row("Failed", counts.of(Outcome.FAILED), out);
    row("Without a photo", counts.of(Outcome.REJECTED), out);
    row("Deleted meanwhile", counts.of(Outcome.WITHDRAWN), out);
    row("New faces kept", counts.newFaces(), out);
    if (proof != null) {
      row("Faults", proof.faults(), out);
      row("Searched for", proof.sampled(), out);
      row("Found themselves", proof.itself(), out);
      row("Found another", proof.another(), out);
      row("Found nobody", proof.nobody(), out);
      row("Possible duplicates", proof.duplicates(), out);
      row("“Not this person” not carried over", proof.distinctionsLost(), out);
    }
    out.append("</table>\n");
  }

  private static void row(String name, long count, Appendable out) throws IOException {
    out.append(text("<tr><th scope=\"row\">%s</th><td>%,d</td></tr>%n", name, count));
  }

  /** How many moved faces have so much in common, in ten equal parts from 0 to 1. */
  private long[] histogram(Migration migration) {
    long[] bins = new long[BINS];
    for (FaceRow row : new LedgerRows(ledger, migration.id(), Outcome.MOVED)) {
      FaceRow.Match match = row.match();
      if (match != null) {
        bins[Math.clamp((int) (match.iou() * BINS), 0, BINS - 1)]++;
      }
    }
    return bins;
  }

  private static void writeHistogram(long[] bins, Appendable out) throws IOException {
    long most = Math.max(1, Arrays.stream(bins).max().orElse(1));
    out.append("<h2>What old and new boxes have in common</h2>\n");
    out.append(
        text(
            "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"Moved faces by"
                + " intersection over union\">%n",
            BINS * BAR_WIDTH, TALLEST + 40, BINS * BAR_WIDTH));
    for (int bin = 0; bin < BINS; bin++) {
      double height = (double) TALLEST * bins[bin] / most;
      double middle = (bin + 0.5) * BAR_WIDTH;
      out.append(
          text(
              "<rect class=\"bar\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>"
                  + "<text x=\"%.1f\" y=\"%.1f\">%,d</text><text x=\"%.1f\" y=\"%d\">%.1f</text>%n",
              bin * BAR_WIDTH + 2,
              TALLEST + 16 - height,
              BAR_WIDTH - 4,
              height,
              middle,
              TALLEST + 12 - height,
              bins[bin],
              middle,
              TALLEST + 32,
              (double) bin / BINS));
    }
    out.append("</svg>\n");
  }

  private void writeDoubtful(Migration migration, Appendable out) throws IOException {
    out.append("<h2>Faces to be looked at</h2>\n");
    out.append("<p>The dashed box is the old one, the whole one the new.</p>\n<ul>\n");
    for (FaceRow row : new LedgerRows(ledger, migration.id(), null)) {
      if (row.doubtful()) {
        writeDoubtful(row, out);
      }
    }
    out.append("</ul>\n");
  }

  private void writeDoubtful(FaceRow row, Appendable out) throws IOException {
    FaceId id = row.provided().id();
    String name = row.externalImageId() == null ? id.value() : row.externalImageId().name();
    out.append("<li>\n");
    writePhoto(row, out);
    out.append(text("<h3>%s</h3>%n<p>%s</p>%n", escaped(name), escaped(id.value())));
    out.append(row.outcome() == Outcome.MOVED ? "<p>Moved.</p>\n" : "<p>Not found again.</p>\n");
    if (row.match() != null) {
      out.append(
          text(
              "<p>IoU %.2f, of the next best %.2f.</p>%n",
              row.match().iou(), row.match().second()));
    }
    if (row.reason() != null) {
      out.append("<p>").append(escaped(row.reason())).append("</p>\n");
    }
    out.append("</li>\n");
  }

  private void writePhoto(FaceRow row, Appendable out) throws IOException {
    PhotoRef ref = row.photo();
    Optional<Photo> photo = ref == null ? Optional.empty() : photos.get(ref);
    if (photo.isEmpty() || !(opener.open(photo.get()) instanceof Opened.Decoded(Picture picture))) {
      out.append("<p>There is no photo to be seen.</p>\n");
      return;
    }
    try (picture) {
      Photo small = thumbnailer.thumbnail(picture, SIDE);
      out.append(
          text(
              "<svg viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" role=\"img\" aria-label=\"%3$s\">"
                  + "<image width=\"%1$d\" height=\"%2$d\" href=\"data:%4$s;base64,%5$s\"/>%n",
              picture.width(),
              picture.height(),
              escaped(String.valueOf(ref)),
              small.format().map(PhotoFormat::contentType).orElse("image/jpeg"),
              Base64.getEncoder().encodeToString(small.bytes())));
      writeBox("old", row.provided().box(), picture, out);
      if (row.match() != null) {
        writeBox("new", row.match().face().box(), picture, out);
      }
      out.append("</svg>\n");
    }
  }

  private static void writeBox(String kind, BoundingBox box, Picture picture, Appendable out)
      throws IOException {
    out.append(
        text(
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
            kind,
            box.left() * picture.width(),
            box.top() * picture.height(),
            box.width() * picture.width(),
            box.height() * picture.height()));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
