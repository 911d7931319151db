package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.numberOf;
import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;
import static dev.riderphotos.aws.dynamodb.Attributes.valueOf;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.Proof;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A migration as an item: the whole of it in one attribute, beside who runs it. */
final class MigrationItem {
  static final String ID = "migrationId";
  static final String REVISION = "revision";
  static final String MIGRATION = "migration";

  /** Who may run it, and until when nobody else may; in milliseconds since 1970. */
  static final String HELD_BY = "heldBy";

  static final String HELD_UNTIL = "heldUntil";

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String ROLE = "role";
  private static final String PHOTOS_IN = "photosIn";
  private static final String OPTIONS = "options";
  private static final String STATE = "state";
  private static final String PROOF = "proof";

  /** Proofs of before do not tell of it. */
  private static final String DISTINCTIONS_LOST = "distinctionsLost";

  private static final String PREPARED_AT = "preparedAt";

  private MigrationItem() {}

  static Map<String, AttributeValue> key(MigrationId id) {
    return Map.of(ID, text(id.value()));
  }

  static Map<String, AttributeValue> of(Migration migration) {
    Map<String, AttributeValue> item = new HashMap<>(key(migration.id()));
    item.put(REVISION, number(migration.revision()));
    item.put(MIGRATION, document(migration));
    return item;
  }

  static AttributeValue document(Migration migration) {
    Map<String, AttributeValue> document = new HashMap<>();
    CollectionId from = migration.from();
    Role role = migration.role();
    Proof proof = migration.proof();
    put(document, FROM, from == null ? null : text(from.value()));
    document.put(TO, text(migration.to().value()));
    put(document, ROLE, role == null ? null : text(role.name()));
    put(document, PHOTOS_IN, migration.photosIn() == null ? null : text(migration.photosIn()));
    document.put(OPTIONS, options(migration.options()));
    document.put(STATE, text(migration.state().name()));
    put(document, PROOF, proof == null ? null : proof(proof));
    document.put(PREPARED_AT, text(migration.preparedAt().toString()));
    return AttributeValue.fromM(document);
  }

  static Migration migration(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> document = valueOf(item, MIGRATION).m();
    String from = optional(document, FROM);
    String role = optional(document, ROLE);
    return new Migration(
        new MigrationId(textOf(item, ID)),
        from == null ? null : new CollectionId(from),
        new CollectionId(textOf(document, TO)),
        role == null ? null : Role.valueOf(role),
        optional(document, PHOTOS_IN),
        options(valueOf(document, OPTIONS).m()),
        MigrationState.valueOf(textOf(document, STATE)),
        document.containsKey(PROOF) ? proof(valueOf(document, PROOF).m()) : null,
        Instant.parse(textOf(document, PREPARED_AT)),
        longOf(item, REVISION));
  }

  private static AttributeValue options(MigrationOptions options) {
    return AttributeValue.fromM(
        Map.of(
            "iou", number(options.iou()),
            "tps", number(options.tps()),
            "workers", number(options.workers()),
            "filter", text(options.filter().name()),
            "keepNewFaces", AttributeValue.fromBool(options.keepNewFaces())));
  }

  private static MigrationOptions options(Map<String, AttributeValue> options) {
    return new MigrationOptions(
        numberOf(options, "iou"),
        (int) longOf(options, "tps"),
        (int) longOf(options, "workers"),
        QualityFilter.valueOf(textOf(options, "filter")),
        valueOf(options, "keepNewFaces").bool());
  }

  private static AttributeValue proof(Proof proof) {
    return AttributeValue.fromM(
        Map.of(
            "faults",
            number(proof.faults()),
            "sampled",
            number(proof.sampled()),
            "itself",
            number(proof.itself()),
            "another",
            number(proof.another()),
            "duplicates",
            number(proof.duplicates()),
            DISTINCTIONS_LOST,
            number(proof.distinctionsLost()),
            "at",
            text(proof.at().toString())));
  }

  private static Proof proof(Map<String, AttributeValue> proof) {
    return new Proof(
        longOf(proof, "faults"),
        longOf(proof, "sampled"),
        longOf(proof, "itself"),
        longOf(proof, "another"),
        longOf(proof, "duplicates"),
        proof.containsKey(DISTINCTIONS_LOST) ? longOf(proof, DISTINCTIONS_LOST) : 0,
        Instant.parse(textOf(proof, "at")));
  }

  private static void put(
      Map<String, AttributeValue> document, String name, @Nullable AttributeValue value) {
    if (value != null) {
      document.put(name, value);
    }
  }

  private static @Nullable String optional(Map<String, AttributeValue> document, String name) {
    return document.containsKey(name) ? textOf(document, name) : null;
  }

  static long longOf(Map<String, AttributeValue> row, String attribute) {
    return Long.parseLong(valueOf(row, attribute).n());
  }
}
