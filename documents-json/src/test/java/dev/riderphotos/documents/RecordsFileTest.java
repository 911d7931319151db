package dev.riderphotos.documents;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.documents.RecordLine.Good;
import dev.riderphotos.documents.RecordLine.Rejected;
import dev.riderphotos.documents.RecordLine.Repeated;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.PhotoRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsFileTest {
  private static final CollectionId NEW = new CollectionId("riders-2");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String FACE =
      """
      {"UserId": "ada", "FaceId": "face-#", "ImageId": "image-1",
       "BoundingBoxes": {"Width": 0.25, "Height": 0.5, "Left": 0.0, "Top": 0.125}}
      """;
  private static final String RECORD =
      """
      {"Bucket": "old-photos", "Key": "ada #.jpg", "ExternalImageId": "ada.jpg",
       "CollectionId": "riders-2", "Faces": [%s]}
      """
          .formatted(FACE);

  @Test
  void aRecordIsReadAsItIsWritten() throws IOException {
    assertThat(read("[" + record(1) + "]"))
        .containsExactly(
            new Good(
                new ImageRecord(
                    new PhotoRef("old-photos", "ada 1.jpg"),
                    new ExternalImageId("ada.jpg"),
                    List.of(
                        new ProvidedFace(
                            new FaceId("face-1"),
                            new ImageId("image-1"),
                            new UserId("ada"),
                            new BoundingBox(0, 0.125, 0.25, 0.5)))),
                NEW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", " [ ] ", "\uFEFF[]", "[\r\n]\r\n"})
  void anEmptyListHasNoRecords(String file) throws IOException {
    assertThat(read(file)).isEmpty();
  }

  @Test
  void afterTheLastThereIsNoneHoweverOftenOneAsks() throws IOException {
    byte[] bytes = "[5]".getBytes(UTF_8);
    RecordsFile file = new RecordsFile(new ByteArrayInputStream(bytes), null, null);
    assertThat(file.next()).isPresent();
    assertThat(file.next()).isEmpty();
    assertThat(file.next()).isEmpty();
    assertThat(file.position()).isEqualTo(bytes.length);
  }

  @Test
  void marksLineEndsAndCommasTooManyAreTaken() throws IOException {
    String whole = record(1).replace("\n", "\r\n");
    assertThat(read("\uFEFF[\r\n" + whole + ",\r\n" + record(2) + ",\r\n]\r\n"))
        .hasSize(2)
        .allMatch(Good.class::isInstance);
    assertThat(read("[" + record(1).replace("}}", "},}").replace("}]", "},]") + "]"))
        .allMatch(Good.class::isInstance);
  }

  @Test
  void unknownFieldsArePassedOver() throws IOException {
    String more = record(1).replaceFirst("\\{", "{\"Note\": [{}, \"]}\\\\\\\\\\\\\"\"], ");
    assertThat(read("[" + more + "]")).isEqualTo(read("[" + record(1) + "]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\""})
  void namesMayBeAbsentNullOrEmpty(String none) throws IOException {
    String without =
        record(1)
            .replace("\"ada.jpg\"", none)
            .replace("\"UserId\": \"ada\"", "\"UserId\": " + none);
    String absent =
        record(1)
            .replace("\"ExternalImageId\": \"ada.jpg\",", "")
            .replace("\"UserId\": \"ada\",", "");
    List<RecordLine> lines = read("[" + without + "]");
    assertThat(lines).isEqualTo(read("[" + absent + "]"));
    assertThat(lines.getFirst())
        .isInstanceOfSatisfying(
            Good.class,
            good -> {
              assertThat(good.record().externalImageId()).isNull();
              assertThat(good.record().faces().getFirst().user()).isNull();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Key\": \"ada #.jpg\", | `` | Missing required properties: Key",
        "\"Bucket\": \"old-photos\", \"Key\": \"ada #.jpg\", | `` | Missing required properties:"
            + " Bucket, Key",
        "\"ada #.jpg\" | 5 | Invalid type for property 'Key': expected 'str', got 'int'",
        "\"ada #.jpg\" | 0.5 | Invalid type for property 'Key': expected 'str', got 'float'",
        "\"ada #.jpg\" | null | Invalid type for property 'Key': expected 'str', got 'NoneType'",
        "\"old-photos\" | true | Invalid type for property 'Bucket': expected 'str', got 'bool'",
        "\"riders-2\" | [] | Invalid type for property 'CollectionId': expected 'str', got 'list'",
        "\"ada.jpg\" | {} | Invalid type for property 'ExternalImageId': expected 'str', got 'dict'",
        "\"old-photos\" | \"Old Photos\" | Invalid value for property 'Bucket'",
        "\"ada #.jpg\" | \"\" | Invalid value for property 'Key'",
        "\"ada.jpg\" | \"a/b\" | Invalid value for property 'ExternalImageId'",
        "\"UserId\": \"ada\" | \"UserId\": \"a b\" | Invalid value for property 'Faces[0].UserId'",
        "\"FaceId\": \"face-#\", | `` | Missing required properties: Faces[0].FaceId",
        "\"image-1\" | 7 | Invalid type for property 'Faces[0].ImageId': expected 'str', got 'int'",
        "\"riders-2\" | \"riders-1\" | The faces are to go to the collection 'riders-2', and the"
            + " record says 'riders-1'",
        "\"Faces\" | \"faces\" | No faces provided by user or missing bounding boxes values",
        "\"BoundingBoxes\" | \"Box\" | No faces provided by user or missing bounding boxes values",
        "\"Left\": 0.0, | `` | No faces provided by user or missing bounding boxes values",
        "0.25 | null | No faces provided by user or missing bounding boxes values",
        "0.25 | \"0.25\" | Invalid type for property 'Faces[0].BoundingBoxes.Width': expected"
            + " 'float', got 'str'",
        "0.25 | NaN | Invalid value for property 'Faces[0].BoundingBoxes': a box is of finite"
            + " numbers, and of no negative size",
        "0.25 | 1e400 | Invalid value for property 'Faces[0].BoundingBoxes': a box is of finite"
            + " numbers, and of no negative size",
        "0.25 | -0.25 | Invalid value for property 'Faces[0].BoundingBoxes': a box is of finite"
            + " numbers, and of no negative size",
        "0.25 | 0 | Invalid value for property 'Faces[0].BoundingBoxes': the box has no area within"
            + " the picture",
        "0.125 | 1.5 | Invalid value for property 'Faces[0].BoundingBoxes': the box has no area"
            + " within the picture",
      })
  void whatIsWrongIsTheRecordsReasonAndTheOthersAreGood(String from, String to, String reason)
      throws IOException {
    String wrong = RECORD.replace(from, to).replace("#", "2");
    assertThat(wrong).isNotEqualTo(record(2));

    List<RecordLine> lines = read("[" + record(1) + "," + wrong + "," + record(3) + "]");

    assertThat(lines).hasSize(3);
    assertThat(reason(lines.get(1))).isEqualTo(reason);
    assertThat(List.of(lines.get(0), lines.get(2))).allMatch(Good.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1", "0.001"})
  void aBoxMayReachBeyondThePicture(String width) throws IOException {
    assertThat(read("[" + record(1).replace("0.25", width) + "]")).allMatch(Good.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | A record is an object, and this is none: expected 'dict', got 'int'",
        "\"x\" | A record is an object, and this is none: expected 'dict', got 'str'",
        "null | A record is an object, and this is none: expected 'dict', got 'NoneType'",
        "[[1], {}] | A record is an object, and this is none: expected 'dict', got 'list'",
        "nonsense | The record is not JSON",
        "{\"Key\" 5} | The record is not JSON",
        "{'Key': 5} | The record is not JSON",
      })
  void whatIsNoRecordIsARecordsReason(String element, String reason) throws IOException {
    List<RecordLine> lines = read("[" + element + "," + record(1) + "]");

    assertThat(reason(lines.getFirst())).startsWith(reason);
    assertThat(lines.get(1)).isInstanceOf(Good.class);
  }

  @Test
  void bytesThatAreNoTextAreTheRecordsReason() throws IOException {
    byte[] file = ("[" + record(1) + "," + record(2) + "]").getBytes(UTF_8);
    file[record(1).indexOf("ada.jpg") + 1] = (byte) 0xC3;

    List<RecordLine> lines = read(file);

    assertThat(reason(lines.getFirst())).startsWith("The record is not JSON: ");
    assertThat(lines.get(1)).isInstanceOf(Good.class);
  }

  @Test
  void aStringOfTenMegabytesIsTheRecordsReason() throws IOException {
    String large = record(1).replace("ada.jpg", "x".repeat(10_000_000));

    List<RecordLine> lines = read("[" + large + "," + record(2) + "]");

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo("The record is larger than 1,048,576 bytes");
              assertThat(rejected.line()).hasSizeLessThan(2000);
            });
    assertThat(lines.get(1)).isInstanceOf(Good.class);
  }

  @Test
  void nestingWithoutEndIsTheRecordsReason() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    List<RecordLine> lines = read("[" + deep + "," + record(2) + "]");

    assertThat(reason(lines.getFirst())).startsWith("The record is not JSON: ");
    assertThat(lines.get(1)).isInstanceOf(Good.class);
  }

  @Test
  void aLineOfARejectedRecordIsJson() throws IOException {
    String wrong = record(1).replace("\"image-1\"", "1e400, \"Note\": \"\\u00e9\\n\\\"\"");
    RecordLine whole = read("[" + wrong + "]").getFirst();
    RecordLine broken = read("[{\"a\u00e9\\n\": }]").getFirst();

    JsonNode json = JSON.readTree(((Rejected) whole).line());
    assertThat(json.at("/record/Faces/0/Note").textValue()).isEqualTo("\u00e9\n\"");
    assertThat(json.at("/record/Faces/0/ImageId").asText()).isEqualTo("Infinity");
    assertThat(json.at("/reason").textValue()).contains("got 'float'");
    assertThat(((Rejected) whole).line()).doesNotContain("\n");
    assertThat(JSON.readTree(((Rejected) broken).line()).at("/record").textValue())
        .isEqualTo("{\"a\u00e9\\n\": }");
  }

  @Test
  void aFaceIsInOneRecordAlone() throws IOException {
    String two = RECORD.replace(FACE, FACE + "," + FACE.replace("#", "M")).replace("#", "1");
    String twice = RECORD.replace(FACE, FACE + "," + FACE).replace("#", "9");
    String swapped = RECORD.replace(FACE, FACE.replace("#", "M") + "," + FACE).replace("#", "1");

    List<RecordLine> lines =
        read(
            String.join(
                ",",
                "[" + two,
                swapped,
                record(1).replace("ada 1", "other"),
                record(1),
                twice,
                record(2),
                record(2).replace("0.25", "0.26") + "]"));

    assertThat(lines.get(0)).isInstanceOf(Good.class);
    assertThat(lines.get(1)).isInstanceOf(Repeated.class);
    assertThat(reason(lines.get(2))).isEqualTo("FaceId face-1 is in another record, too");
    assertThat(reason(lines.get(3))).isEqualTo("FaceId face-1 is in another record, too");
    assertThat(reason(lines.get(4))).isEqualTo("A FaceId is in the record twice");
    assertThat(lines.get(5)).isInstanceOf(Good.class);
    assertThat(reason(lines.get(6))).isEqualTo("FaceId face-2 is in another record, too");
  }

  @Test
  void aHundredFacesMayBeInARecord() throws IOException {
    List<String> faces = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      faces.add(FACE.replace("#", "" + number));
    }
    String record = RECORD.replace(FACE, String.join(",", faces));

    assertThat(read("[" + record + "," + record + "]"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isInstanceOfSatisfying(
                        Good.class, good -> assertThat(good.record().faces()).hasSize(100)),
            line -> assertThat(line).isInstanceOf(Repeated.class));
  }

  @Test
  void whoseFacesWereRefusedMayComeAgain() throws IOException {
    assertThat(read("[" + record(1).replace("riders-2", "riders-1") + "," + record(1) + "]"))
        .satisfiesExactly(
            line -> assertThat(line).isInstanceOf(Rejected.class),
            line -> assertThat(line).isInstanceOf(Good.class));
  }

  @Test
  void withoutACollectionThatOfTheFirstRecordIsWanted() throws IOException {
    String file = "[" + record(1).replace("riders-2", "riders-3") + "," + record(2) + ", {}]";

    List<RecordLine> lines = read(file.getBytes(UTF_8), null);

    assertThat(lines.getFirst()).isInstanceOf(Good.class);
    assertThat(reason(lines.get(1)))
        .isEqualTo(
            "The faces are to go to the collection 'riders-3', and the record says 'riders-2'");
  }

  @Test
  void whereverAFileIsCutOffItsByteIsTold() throws IOException {
    byte[] file = ("\uFEFF[" + record(1) + "," + record(2) + " ]").getBytes(UTF_8);
    for (int length = 0; length < file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      assertBroken(part, length, "breaks off at byte " + length + ".");
    }
    assertThat(RecordsFile.count(new ByteArrayInputStream(file))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Records\": []} | 0 | '[' is missing",
        "Bucket;Key | 0 | '[' is missing",
        "[1 2] | 3 | ',' or ']' is missing",
        "[1,,2] | 3 | an element is missing",
        "[,1] | 1 | an element is missing",
        "[{}}] | 3 | ',' or ']' is missing",
        "[1] [2] | 4 | the end of the file is missing",
        "[1], | 3 | the end of the file is missing",
      })
  void whatIsNoListOfRecordsIsTold(String file, int at, String what) throws IOException {
    assertBroken(file.getBytes(UTF_8), at, "at byte " + at + ", " + what);
  }

  @Test
  void anotherEncodingIsNoListOfRecords() throws IOException {
    assertBroken("[]".getBytes(UTF_16), 0, "'[' is missing");
  }

  private static void assertBroken(byte[] file, long at, String message) {
    for (ThrowingCallable reading :
        List.<ThrowingCallable>of(
            () -> RecordsFile.count(new ByteArrayInputStream(file)), () -> read(file))) {
      assertThatExceptionOfType(BrokenRecordsException.class)
          .isThrownBy(reading)
          .withMessageContaining(message)
          .satisfies(broken -> assertThat(broken.position()).isEqualTo(at));
    }
  }

  private static String record(int number) {
    return RECORD.replace("#", "" + number);
  }

  private static String reason(RecordLine line) {
    return line instanceof Rejected rejected ? rejected.reason() : line.toString();
  }

  private static List<RecordLine> read(String file) throws IOException {
    return read(file.getBytes(UTF_8));
  }

  private static List<RecordLine> read(byte[] file) throws IOException {
    return read(file, NEW);
  }

  private static List<RecordLine> read(byte[] file, @Nullable CollectionId collection)
      throws IOException {
    List<RecordLine> lines = new ArrayList<>();
    try (SeenFaces seen = new SeenFaces()) {
      RecordsFile records = new RecordsFile(new ByteArrayInputStream(file), collection, seen);
      for (Optional<RecordLine> line = records.next(); line.isPresent(); line = records.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }
}
