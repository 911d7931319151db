package dev.riderphotos.app.command;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.Proof;
import dev.riderphotos.photo.PhotoRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A migration in words and as JSON. */
record MigrationText(Migration migration, Counts counts) {
  static MigrationText of(Migration migration, Counts counts) {
    return new MigrationText(migration, counts);
  }

  /** Says it in one line. */
  String line() {
    return "%s  %-9s  %s to %s  %s"
        .formatted(migration.id(), migration.state(), from(), migration.to(), moved());
  }

  /** Says all of it, and what to do next. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s  %s".formatted(migration.state(), migration.id()));
    lines.add("  from %s to %s".formatted(from(), migration.to()));
    lines.add("  %s, in %,d photos".formatted(moved(), counts.records()));
    for (Outcome outcome : Outcome.values()) {
      if (counts.of(outcome) > 0) {
        lines.add("  %,d %s".formatted(counts.of(outcome), words(outcome)));
      }
    }
    if (counts.open() > 0) {
      lines.add("  %,d open".formatted(counts.open()));
    }
    if (counts.newFaces() > 0) {
      lines.add("  %,d new faces that nobody provided are kept".formatted(counts.newFaces()));
    }
    if (migration.proof() != null) {
      lines.add("  " + words(migration.proof()));
      distinctionsLost(migration.proof()).ifPresent(lost -> lines.add("  " + lost));
    }
    lines.add("  " + next());
    return lines;
  }

  private String from() {
    return migration.from() == null ? "a records file" : migration.from().value();
  }

  private String moved() {
    return "%,d of %,d faces moved".formatted(counts.of(Outcome.MOVED), counts.provided());
  }

  static String words(Outcome outcome) {
    return switch (outcome) {
      case MOVED -> "moved";
      case NOT_REINDEXED -> "not reindexed";
      case FAILED -> "failed";
      case REJECTED -> "rejected";
      case WITHDRAWN -> "withdrawn";
    };
  }

  static String words(Proof proof) {
    return String.format(
        Locale.ROOT,
        "proof: %,d faults; of %,d searched for, %,d found themselves (%.2f %%, at least %.2f %% of"
            + " all), %,d another, %,d nobody; %,d possible duplicates",
        proof.faults(),
        proof.sampled(),
        proof.itself(),
        proof.found(),
        proof.foundAtLeast(),
        proof.another(),
        proof.nobody(),
        proof.duplicates());
  }

  private static Optional<String> distinctionsLost(Proof proof) {
    return proof.distinctionsLost() == 0
        ? Optional.empty()
        : Optional.of(
            "%,d times \"not this person\" could not be carried over"
                .formatted(proof.distinctionsLost()));
  }

  private String next() {
    String id = migration.id().value();
    return switch (migration.state()) {
      case READY, PAUSED -> "next: migrate run " + id;
      case RUNNING -> "it is running; without a server, go on with migrate run " + id;
      case DONE -> "next: migrate verify " + id;
      case PROVEN ->
          migration.role() == null ? "it is as it has to be" : "next: migrate cut-over " + id;
      case LIVE ->
          "next: migrate finish " + id + " --yes, or back: migrate cut-over " + id + " --back";
      case FINISHED, CANCELLED -> "it is over";
    };
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", migration.id().value());
    json.put("state", migration.state().name());
    if (migration.from() != null) {
      json.put("from", migration.from().value());
    }
    json.put("to", migration.to().value());
    if (migration.role() != null) {
      json.put("role", migration.role().name());
    }
    json.put("preparedAt", migration.preparedAt().toString());
    json.put("images", counts.records());
    json.put("faces", counts.provided());
    json.put("open", counts.open());
    json.put("moved", counts.of(Outcome.MOVED));
    json.put("notReindexed", counts.of(Outcome.NOT_REINDEXED));
    json.put("failed", counts.of(Outcome.FAILED));
    json.put("rejected", counts.of(Outcome.REJECTED));
    json.put("withdrawn", counts.of(Outcome.WITHDRAWN));
    json.put("newFaces", counts.newFaces());
    if (migration.proof() != null) {
      json.put("proof", json(migration.proof()));
    }
    return json;
  }

  private static Map<String, Object> json(Proof proof) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("faults", proof.faults());
    json.put("sampled", proof.sampled());
    json.put("itself", proof.itself());
    json.put("another", proof.another());
    json.put("nobody", proof.nobody());
    json.put("found", proof.found());
    json.put("foundAtLeast", proof.foundAtLeast());
    json.put("duplicates", proof.duplicates());
    json.put("distinctionsLost", proof.distinctionsLost());
    json.put("at", proof.at().toString());
    return json;
  }

  static String line(FaceRow row) {
    return "%-13s  %s  %s  %s"
        .formatted(
            words(row.outcome()).toUpperCase(Locale.ROOT),
            row.provided().id(),
            photo(row.photo()),
            row.reason() == null ? "" : row.reason());
  }

  static Map<String, Object> json(FaceRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("faceId", row.provided().id().value());
    json.put("outcome", row.outcome().name());
    if (row.photo() != null) {
      json.put("bucket", row.photo().bucket());
      json.put("key", row.photo().key());
    }
    if (row.externalImageId() != null) {
      json.put("externalImageId", row.externalImageId().value());
    }
    if (row.reason() != null) {
      json.put("reason", row.reason());
    }
    json.put("box", box(row.provided().box()));
    FaceRow.Match match = row.match();
    if (match != null) {
      json.put("newFaceId", match.face().id().value());
      json.put("newBox", box(match.face().box()));
      json.put("iou", match.iou());
    }
    return json;
  }

  private static Map<String, Object> box(BoundingBox box) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("left", box.left());
    json.put("top", box.top());
    json.put("width", box.width());
    json.put("height", box.height());
    return json;
  }

  private static String photo(@Nullable PhotoRef photo) {
    return photo == null ? "-" : photo.bucket() + "/" + photo.key();
  }
}
