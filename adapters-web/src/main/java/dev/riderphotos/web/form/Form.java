package dev.riderphotos.web.form;

import dev.riderphotos.intake.Arrival;
import dev.riderphotos.intake.Spool;
import dev.riderphotos.web.PhotoUploads;
import org.jspecify.annotations.Nullable;

/** A form that came in, with its file if it has one. */
public final class Form implements AutoCloseable {
  private final Fields fields;
  private final @Nullable SentFile file;
  private final Arrival arrival;

  Form(Fields fields, @Nullable SentFile file, Arrival arrival) {
    this.fields = fields;
    this.file = file;
    this.arrival = arrival;
    if (file != null) {
      file.content.andThen(arrival::close);
    }
  }

  /** A file that came in with a form. */
  public static final class SentFile implements PhotoUploads.Upload {
    private final String field;
    private final String name;
    private final String account;
    private final Spool content; // with which the form's place goes

    SentFile(String field, String name, String account, Spool content) {
      this.field = field;
      this.name = name;
      this.account = account;
      this.content = content;
    }

    void close() {
      content.close();
    }

    /** The sender calls the file so; the name is empty if it has none. */
    public String name() {
      return name;
    }

    @Override
    public String account() {
      return account;
    }

    /** Gives it away: it goes with the form at the latest. */
    @Override
    public Spool receive() {
      return content;
    }
  }

  public Fields fields() {
    return fields;
  }

  /** The file, which must be there and in this field. */
  public SentFile file(String field) {
    if (file == null || !file.field.equals(field)) {
      throw Fields.missing(field);
    }
    return file;
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
    arrival.close();
  }
}
