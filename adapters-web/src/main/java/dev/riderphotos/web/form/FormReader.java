package dev.riderphotos.web.form;

import dev.riderphotos.intake.Arrival;
import dev.riderphotos.web.Bodies;
import dev.riderphotos.web.form.Form.SentFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes in one form. */
final class FormReader {
  private final Bodies bodies;
  private final String account;
  private final Arrival arrival;
  private final Fields fields = new Fields();
  private @Nullable SentFile file;

  FormReader(Bodies bodies, String account, Arrival arrival) {
    this.bodies = bodies;
    this.account = account;
    this.arrival = arrival;
  }

  Form read(Parts parts) throws IOException {
    try {
      for (Parts.Part part = parts.next(); part != null; part = parts.next()) {
        take(part);
      }
      return new Form(fields, file, arrival);
    } catch (IOException | RuntimeException broken) {
      if (file != null) {
        file.close();
      }
      throw broken;
    }
  }

  private void take(Parts.Part part) throws IOException {
    PartHead head = part.head();
    if (!head.isFile()) {
      fields.add(part);
    } else if (file == null) {
      file = new SentFile(head.name(), head.fileName(), account, bodies.spool(part.content()));
    } else {
      throw Forms.oneFile();
    }
  }
}
