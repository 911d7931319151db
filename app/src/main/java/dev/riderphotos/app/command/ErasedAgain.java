package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Adapters;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.app.wiring.MailboxFactory;
import dev.riderphotos.app.wiring.Settings;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.embedded.DataFiles;
import dev.riderphotos.embedded.files.ErasedRiders;
import dev.riderphotos.embedded.files.FileErasureLog;
import dev.riderphotos.embedded.files.SigningKey;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.RestoredRiders;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ForgetRestoredRider;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Erases from a folder that is being restored who was erased since its backup was made. */
final class ErasedAgain {
  private ErasedAgain() {}

  /** Erases the riders of the list, and returns how many of them were there. */
  static int erase(DataFiles files, Path list) throws IOException {
    List<String> given = lines(list);
    List<String> known = Files.exists(files.erasures()) ? lines(files.erasures()) : List.of();
    try (Application application = Application.open(files.root(), properties())) {
      ErasedRiders erased =
          Arguments.valid(() -> ErasedRiders.read(given, known, application.get(SigningKey.class)));
      return erase(application, erased);
    }
  }

  private static int erase(Application application, ErasedRiders erased) {
    RestoredRiders riders =
        new RestoredRiders(
            application.get(Database.class),
            application.get(PhotoStore.class),
            application.get(Settings.Riders.class).photoBucket());
    Set<RiderId> present = riders.all();
    ForgetRestoredRider forgetting = application.get(ForgetRestoredRider.class);
    erased.lines().forEach(application.get(FileErasureLog.class)::add);
    Set<RiderId> again = erased.among(present);
    for (RiderId rider : again) {
      application.tell(Deed.of(Act.RIDER_ERASED, rider));
      riders.forgetArrivals(rider);
      var _ = forgetting.forget(rider);
    }
    again.retainAll(present);
    return again.size();
  }

  /** No mail of it goes out: the folder's mailbox is not kept. */
  private static Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>(Application.QUIET);
    properties.put(Adapters.MAIL, MailboxFactory.NAME);
    return properties;
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandException(ExitCode.USAGE, "There is no file " + file);
    }
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException noText) {
      throw new CommandException(ExitCode.USAGE, file + " is no text in UTF-8");
    }
  }
}
