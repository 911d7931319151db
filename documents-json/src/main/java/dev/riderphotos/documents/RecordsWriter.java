package dev.riderphotos.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.migration.ImageRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;

/**
 * Writes a file of records, one a line, of which none is held. It is whole once it is finished; one
 * that was left before that breaks off, which whoever reads it notices.
 */
public final class RecordsWriter implements AutoCloseable {
  private final Writer out;
  private final CollectionId collection;
  private boolean begun;

  /**
   * Writes nothing yet.
   *
   * @param out is closed with this
   * @param collection that the faces are to go to
   */
  public RecordsWriter(OutputStream out, CollectionId collection) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    this.collection = collection;
  }

  public void write(ImageRecord record) throws IOException {
    out.write(begun ? ",\n" : "[\n");
    out.write(RecordJson.write(record, collection).toString());
    begun = true;
  }

  /** Ends the array. */
  public void finish() throws IOException {
    out.write(begun ? "\n]\n" : "[]\n");
    out.flush();
  }

  /** Closes the stream; without {@link #finish} the file stays broken off. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
