package dev.riderphotos.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.riderphotos.face.CollectionId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of records, of any size: a JSON array in UTF-8, of which never more than one element is
 * held. Whatever is wrong with an element is its own reason, and the others are read. {@code NaN},
 * and a comma after the last of a list, are taken, for there are programs that write them.
 */
public final class RecordsFile {
  /** A record of a hundred faces has some 25 KB. */
  static final int MAX_RECORD = 1 << 20;

  private static final int MAX_SHOWN = 1 << 16;
  private static final int BEGINNING = 1000;

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final ArrayElements elements;
  private final @Nullable SeenFaces seen;
  private @Nullable CollectionId collection;

  /**
   * Reads nothing yet. Closing what is given is the caller's task.
   *
   * @param collection that all records must name; by default, that of the first good one
   * @param seen tells records that come again; by default, none does
   */
  public RecordsFile(InputStream in, @Nullable CollectionId collection, @Nullable SeenFaces seen) {
    this.elements = new ArrayElements(in, MAX_RECORD);
    this.collection = collection;
    this.seen = seen;
  }

  /**
   * Reads the whole file without a look at its records: to be done before anything is begun.
   *
   * @return how many elements there are
   * @throws BrokenRecordsException when it breaks off, or is no array
   */
  public static long count(InputStream in) throws IOException {
    ArrayElements elements = new ArrayElements(in, 0);
    long count = 0;
    while (elements.next()) {
      count++;
    }
    return count;
  }

  /**
   * The next element; empty after the last.
   *
   * @throws BrokenRecordsException when it breaks off, or is no array
   */
  public Optional<RecordLine> next() throws IOException {
    return elements.next() ? Optional.of(read()) : Optional.empty();
  }

  /** How many bytes of the file the elements that were given out take, with what is before them. */
  public long position() {
    return elements.position();
  }

  private RecordLine read() throws IOException {
    byte[] bytes = elements.bytes();
    if (elements.tooLarge()) {
      return new RecordLine.Rejected(
          beginning(bytes), List.of(), "The record is larger than %,d bytes".formatted(MAX_RECORD));
    }
    JsonNode json;
    try {
      json = READER.readTree(bytes);
    } catch (JsonProcessingException notJson) {
      return new RecordLine.Rejected(
          beginning(bytes), List.of(), "The record is not JSON: " + notJson.getOriginalMessage());
    }
    try {
      return judged(RecordJson.read(json));
    } catch (RecordRefusedException refused) {
      String whole = json.toString();
      return new RecordLine.Rejected(
          whole.length() > MAX_SHOWN ? beginning(bytes) : whole,
          RecordJson.facesOfRejected(json),
          refused.reason());
    }
  }

  private RecordLine judged(RecordLine.Good good) throws RecordRefusedException, IOException {
    if (collection == null) {
      collection = good.collection();
    }
    if (!good.collection().equals(collection)) {
      throw new RecordRefusedException(
          "The faces are to go to the collection '%s', and the record says '%s'"
              .formatted(collection, good.collection()));
    }
    return seen != null && seen.repeats(good.record())
        ? new RecordLine.Repeated(good.record())
        : good;
  }

  private static String beginning(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, BEGINNING), UTF_8);
    return RecordJson.string(bytes.length > BEGINNING ? text + "…" : text);
  }
}
