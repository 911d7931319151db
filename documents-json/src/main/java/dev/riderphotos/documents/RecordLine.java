package dev.riderphotos.documents;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.ProvidedFace;
import java.util.List;

/** What one element of a file of records is. */
public sealed interface RecordLine {
  /**
   * A record that says all it must.
   *
   * @param collection that its faces are to go to
   */
  record Good(ImageRecord record, CollectionId collection) implements RecordLine {
    /** The same record, once something is found to be wrong with it. */
    public Rejected rejected(String reason) {
      return new Rejected(RecordJson.write(record, collection).toString(), record.faces(), reason);
    }
  }

  /** A record that came before, with the same photo and the same faces. */
  record Repeated(ImageRecord record) implements RecordLine {}

  /**
   * An element that cannot be moved.
   *
   * @param record as JSON on one line: itself; of one that is no JSON or very large, a string with
   *     its beginning
   * @param faces those that can be told, each once; where their boxes cannot be read they may be
   *     anywhere in the photo
   * @param reason in words for the operator
   */
  record Rejected(String record, List<ProvidedFace> faces, String reason) implements RecordLine {
    public Rejected {
      faces = List.copyOf(faces);
    }

    /** As JSON on one line: {@code {"record":…,"reason":"…"}}. */
    public String line() {
      return "{\"record\":%s,\"reason\":%s}".formatted(record, RecordJson.string(reason));
    }
  }
}
