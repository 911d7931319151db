package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.Outcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where what is noted of one migration stands in the table. What is read in an order has one
 * partition; what is only looked up is spread over {@value #SPREAD}, for a partition takes no more
 * than 1,000 writes a second.
 */
record LedgerKeys(MigrationId id) {
  static final String LEDGER = "ledger";
  static final String ITEM = "item";

  private static final int SPREAD = 16;

  /** So many that those who count at the same moment rarely meet. */
  private static final int COUNTERS = 64;

  private static final List<Outcome> LISTED =
      List.of(Outcome.NOT_REINDEXED, Outcome.FAILED, Outcome.REJECTED);

  /** Names, of each face that was provided, its record, or holds its row if it has none. */
  String faces() {
    return id + "#faces";
  }

  /** Names the records that are open. */
  String open() {
    return id + "#open";
  }

  /** Names faces that have or had an outcome other than {@link Outcome#MOVED}. */
  String of(Outcome outcome) {
    return id + "#" + outcome;
  }

  /** Names, of each new face that is or was kept, the records. */
  String kept() {
    return id + "#kept";
  }

  String counts() {
    return id + "#counts";
  }

  Map<String, AttributeValue> face(FaceId face) {
    return key(faces(), face.value());
  }

  /** Holds the row of a face before an operator decided of it. */
  Map<String, AttributeValue> review(FaceId face) {
    return key(id + "#reviews", face.value());
  }

  Map<String, AttributeValue> open(long number) {
    return key(open(), item(number));
  }

  /** Only outcomes that a migration has few of are listed. */
  Stream<Map<String, AttributeValue>> outcomes(FaceId face) {
    return LISTED.stream().map(outcome -> outcome(outcome, face));
  }

  Map<String, AttributeValue> outcome(Outcome outcome, FaceId face) {
    return key(of(outcome), face.value());
  }

  static boolean lists(Outcome outcome) {
    return LISTED.contains(outcome);
  }

  Map<String, AttributeValue> kept(FaceId face) {
    return key(kept(), face.value());
  }

  /** Names the records of which a row names or named this new face. */
  Map<String, AttributeValue> newFace(FaceId face) {
    return key(spread("new", hash(face.value()).charAt(0)), face.value());
  }

  Map<String, AttributeValue> record(long number) {
    return key(
        spread("records", Character.forDigit((int) (number % SPREAD), SPREAD)), item(number));
  }

  /** Names the last record of an image, of which nobody reads more here than that it is one. */
  Map<String, AttributeValue> image(String photoImageAndName) {
    String hash = hash(photoImageAndName);
    return key(spread("images", hash.charAt(0)), hash);
  }

  Map<String, AttributeValue> anyCounter() {
    return key(counts(), Integer.toString(ThreadLocalRandom.current().nextInt(COUNTERS)));
  }

  Map<String, AttributeValue> numbers() {
    return key(id + "#numbers", "last");
  }

  /** Where anything may be, in an order in which it may be deleted. */
  Stream<String> partitions() {
    return Stream.of(
            Stream.of(faces(), open(), kept()),
            LISTED.stream().map(this::of),
            everywhere("images"),
            everywhere("new"),
            everywhere("records"),
            Stream.of(id + "#reviews", counts(), id + "#numbers"))
        .flatMap(partitions -> partitions);
  }

  private Stream<String> everywhere(String what) {
    return IntStream.range(0, SPREAD).mapToObj(i -> spread(what, Character.forDigit(i, SPREAD)));
  }

  private String spread(String what, char part) {
    return id + "#" + what + "#" + part;
  }

  /** Of one length, so that the order is that of the numbers. */
  static String item(long number) {
    return "%019d".formatted(number);
  }

  private static Map<String, AttributeValue> key(String partition, String item) {
    return Map.of(LEDGER, text(partition), ITEM, text(item));
  }

  private static String hash(String value) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(value.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
