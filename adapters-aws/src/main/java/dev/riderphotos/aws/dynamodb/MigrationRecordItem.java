package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.numberOf;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;
import static dev.riderphotos.aws.dynamodb.Attributes.valueOf;

import dev.riderphotos.aws.dynamodb.MigrationRecord.Entry;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.PhotoRef;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A record of a migration as attributes, with what Rekognition knows as it tells it. */
final class MigrationRecordItem {
  static final String VERSION = "version";

  private static final String NUMBER = "number";
  private static final String PHOTO = "photo";
  private static final String NAME = "ExternalImageId";
  private static final String IMAGE = "ImageId";
  private static final String FACES = "faces";
  private static final String KEPT = "kept";
  private static final String FAILURES = "failures";
  private static final String REASON = "reason";
  private static final String FACE = "FaceId";
  private static final String USER = "UserId";
  private static final String BOX = "BoundingBox";
  private static final String CONFIDENCE = "Confidence";
  private static final String OUTCOME = "outcome";
  private static final String MATCH = "match";
  private static final String IOU = "iou";
  private static final String SECOND = "second";

  private MigrationRecordItem() {}

  /** Writes it without its key. */
  static Map<String, AttributeValue> of(MigrationRecord record) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(NUMBER, number(record.number()));
    item.put(PHOTO, Attributes.photo(record.photo()));
    putName(item, record.name());
    item.put(IMAGE, text(record.image().value()));
    item.put(
        FACES,
        AttributeValue.fromL(record.faces().stream().map(MigrationRecordItem::entry).toList()));
    item.put(
        KEPT, AttributeValue.fromL(record.kept().stream().map(MigrationRecordItem::face).toList()));
    item.put(FAILURES, number(record.failures()));
    putReason(item, record.reason());
    item.put(VERSION, number(record.version()));
    return item;
  }

  static MigrationRecord record(Map<String, AttributeValue> item) {
    PhotoRef photo = Attributes.photo(valueOf(item, PHOTO).m());
    ExternalImageId name = name(item);
    return new MigrationRecord(
        MigrationItem.longOf(item, NUMBER),
        photo,
        name,
        new ImageId(textOf(item, IMAGE)),
        valueOf(item, FACES).l().stream().map(face -> entry(face.m(), photo, name)).toList(),
        valueOf(item, KEPT).l().stream().map(face -> face(face.m())).toList(),
        (int) MigrationItem.longOf(item, FAILURES),
        reason(item),
        MigrationItem.longOf(item, VERSION));
  }

  /** Writes the row of a face that has no record. */
  static AttributeValue row(FaceRow row) {
    Map<String, AttributeValue> item = rowItem(row);
    if (row.photo() != null) {
      item.put(PHOTO, Attributes.photo(row.photo()));
    }
    putName(item, row.externalImageId());
    return AttributeValue.fromM(item);
  }

  static FaceRow row(AttributeValue value) {
    Map<String, AttributeValue> item = value.m();
    PhotoRef photo = item.containsKey(PHOTO) ? Attributes.photo(valueOf(item, PHOTO).m()) : null;
    return row(item, photo, name(item));
  }

  private static AttributeValue entry(Entry entry) {
    FaceRow row = entry.row();
    return AttributeValue.fromM(row == null ? provided(entry.provided()) : rowItem(row));
  }

  private static Entry entry(
      Map<String, AttributeValue> item, PhotoRef photo, @Nullable ExternalImageId name) {
    return new Entry(provided(item), item.containsKey(OUTCOME) ? row(item, photo, name) : null);
  }

  private static Map<String, AttributeValue> rowItem(FaceRow row) {
    Map<String, AttributeValue> item = provided(row.provided());
    item.put(OUTCOME, text(row.outcome().name()));
    putReason(item, row.reason());
    FaceRow.Match match = row.match();
    if (match != null) {
      item.put(MATCH, face(match.face()));
      item.put(IOU, number(match.iou()));
      item.put(SECOND, number(match.second()));
    }
    return item;
  }

  private static FaceRow row(
      Map<String, AttributeValue> item, @Nullable PhotoRef photo, @Nullable ExternalImageId name) {
    FaceRow.Match match =
        item.containsKey(MATCH)
            ? new FaceRow.Match(
                face(valueOf(item, MATCH).m()), numberOf(item, IOU), numberOf(item, SECOND))
            : null;
    return new FaceRow(
        provided(item), photo, name, Outcome.valueOf(textOf(item, OUTCOME)), reason(item), match);
  }

  private static Map<String, AttributeValue> provided(ProvidedFace face) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(FACE, text(face.id().value()));
    item.put(IMAGE, text(face.image().value()));
    if (face.user() != null) {
      item.put(USER, text(face.user().value()));
    }
    item.put(BOX, Attributes.box(face.box()));
    return item;
  }

  private static ProvidedFace provided(Map<String, AttributeValue> item) {
    return new ProvidedFace(
        new FaceId(textOf(item, FACE)),
        new ImageId(textOf(item, IMAGE)),
        item.containsKey(USER) ? new UserId(textOf(item, USER)) : null,
        Attributes.box(item, BOX));
  }

  private static AttributeValue face(IndexedFace face) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(FACE, text(face.id().value()));
    item.put(IMAGE, text(face.image().value()));
    putName(item, face.externalImageId());
    item.put(BOX, Attributes.box(face.box()));
    item.put(CONFIDENCE, number(face.confidence()));
    return AttributeValue.fromM(item);
  }

  private static IndexedFace face(Map<String, AttributeValue> item) {
    return new IndexedFace(
        new FaceId(textOf(item, FACE)),
        new ImageId(textOf(item, IMAGE)),
        name(item),
        Attributes.box(item, BOX),
        numberOf(item, CONFIDENCE));
  }

  private static void putName(Map<String, AttributeValue> item, @Nullable ExternalImageId name) {
    if (name != null) {
      item.put(NAME, text(name.value()));
    }
  }

  private static @Nullable ExternalImageId name(Map<String, AttributeValue> item) {
    return item.containsKey(NAME) ? new ExternalImageId(textOf(item, NAME)) : null;
  }

  private static void putReason(Map<String, AttributeValue> item, @Nullable String reason) {
    if (reason != null) {
      item.put(REASON, text(reason));
    }
  }

  private static @Nullable String reason(Map<String, AttributeValue> item) {
    return item.containsKey(REASON) ? textOf(item, REASON) : null;
  }
}
