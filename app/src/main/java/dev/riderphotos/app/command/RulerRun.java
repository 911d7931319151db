package dev.riderphotos.app.command;

import dev.riderphotos.app.command.DescribedPeople.LeftOut;
import dev.riderphotos.app.command.PeopleFolder.PersonPhoto;
import dev.riderphotos.app.server.LoadingEngines;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.ruler.Comparison;
import dev.riderphotos.ruler.Groups;
import dev.riderphotos.ruler.Photos;
import dev.riderphotos.ruler.Ruler;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Measures models on a folder of people: describes all photos, then compares them. What a run needs
 * to go on lies in the data folder until {@link #finish}.
 */
final class RulerRun implements AutoCloseable {
  private static final String FOLDER = "measure";
  private static final int PERCENT = 100;

  private final CommandLine line;
  private final Application application;
  private final PeopleFolder people;
  private final Groups groups;
  private final StopSignal stop;
  private final Map<Path, LeftOut> leftOut = new LinkedHashMap<>();
  private final Map<FaceModel, Photos> described = new LinkedHashMap<>();

  /**
   * Reads what is in the folder.
   *
   * @param stop whether no more photos are to be described, nor compared
   */
  RulerRun(CommandLine line, Application application, StopSignal stop, PeopleOptions whom)
      throws IOException {
    this.line = line;
    this.application = application;
    this.people = PeopleFolder.of(whom.folder());
    this.groups = read(whom.groups());
    this.stop = stop;
  }

  /** Files in no person's folder, which are not looked at. */
  List<Path> misplaced() {
    return people.misplaced();
  }

  /** Photos that are not measured, and why. */
  Map<Path, LeftOut> leftOut() {
    return leftOut;
  }

  /**
   * Describes all photos by the model, and compares them.
   *
   * @throws CommandException when it is stopped, with how to go on, or when there is nothing to
   *     compare
   */
  Comparison compare(FaceModel model) throws IOException {
    Photos photos = open(model);
    described.put(model, photos);
    describe(model, photos);
    try (Progress progress = new Progress(line, PERCENT)) {
      progress.note("Comparing each photo with each other one, by %s …".formatted(model.version()));
      int[] told = {0};
      return Ruler.compare(
          photos, groups, (done, total) -> told[0] = tell(progress, told[0], done, total));
    } catch (CancellationException asked) {
      throw stopped();
    } catch (IllegalArgumentException nothing) {
      throw new CommandException(ExitCode.USAGE, nothing.getMessage() + ".");
    }
  }

  /** Deletes what the run kept to go on. */
  void finish() throws IOException {
    for (Photos photos : described.values()) {
      photos.delete();
    }
  }

  @Override
  public void close() throws IOException {
    for (Photos photos : described.values()) {
      photos.close();
    }
  }

  private void describe(FaceModel model, Photos photos) {
    DescribedPeople describing =
        new DescribedPeople(
            application.get(PhotoOpener.class),
            application.get(LoadingEngines.class).apply(model),
            photos);
    try (Progress progress = new Progress(line, people.photos().size());
        OrderedWork work = new OrderedWork(stop::asked)) {
      progress.note(
          "Describing %,d photos by %s …".formatted(people.photos().size(), model.version()));
      work.forEach(
          people.photos(),
          photo -> new Seen(photo, describing.describe(photo)),
          seen -> {
            note(seen);
            progress.step();
          });
    }
    if (stop.asked()) {
      throw stopped();
    }
  }

  /** A photo, and what came of it. */
  private record Seen(PersonPhoto photo, LeftOut leftOut) {}

  private void note(Seen seen) {
    if (seen.leftOut() != LeftOut.DESCRIBED) {
      leftOut.put(seen.photo().file(), seen.leftOut());
    }
  }

  private int tell(Progress progress, int told, long done, long total) {
    if (stop.asked()) {
      throw new CancellationException("asked to stop");
    }
    int percent = (int) (PERCENT * done / total);
    for (int step = told; step < percent; step++) {
      progress.step();
    }
    return percent;
  }

  private Photos open(FaceModel model) throws IOException {
    Path folder = application.get(DataFolder.class).files().root().resolve(FOLDER);
    try {
      return Photos.open(folder, model.version().id(), model.length());
    } catch (IllegalStateException busy) {
      throw new CommandException(ExitCode.UNAVAILABLE, busy.getMessage() + ".");
    }
  }

  private static CommandException stopped() {
    return new CommandException(
        ExitCode.REJECTED, "Stopped. The same command goes on where this one was.");
  }

  private static Groups read(@Nullable Path csv) throws IOException {
    try {
      return csv == null ? Groups.none() : Groups.read(csv);
    } catch (IllegalArgumentException refused) {
      throw new CommandException(ExitCode.USAGE, refused.getMessage() + ".");
    } catch (NoSuchFileException missing) {
      throw new CommandException(ExitCode.USAGE, "There is no file " + csv);
    }
  }
}
