package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.embedded.files.FolderExtractionStore;
import dev.riderphotos.extraction.CropFormat;
import dev.riderphotos.extraction.ExtractFaces;
import dev.riderphotos.extraction.ExtractionStore;
import dev.riderphotos.extraction.Extractions;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.PhotoOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where crops go: a folder of the user's, or the store of everything else. */
final class OutOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder that the faces go to, in place of the bucket; --data is not used then.")
  private @Nullable Path folder;

  /** What is read and written, and so is no place to look for pictures. */
  List<Path> folders(DataOption data) {
    return folder == null ? List.of(data.path()) : List.of(data.path(), folder);
  }

  Application open(DataOption data, ScratchFolder scratch) throws IOException {
    return Application.open(folder == null ? data.path() : scratch.path(), Application.QUIET);
  }

  ExtractFaces extraction(Application application) {
    return new ExtractFaces(
        application.get(PhotoOpener.class),
        application.get(FaceDetector.class),
        application.get(FaceCropper.class),
        store(application),
        application.get(CropFormat.class),
        application.get(InstantSource.class));
  }

  Extractions extractions(Application application) {
    return new Extractions(store(application));
  }

  private ExtractionStore store(Application application) {
    return folder == null
        ? application.get(ExtractionStore.class)
        : new FolderExtractionStore(folder);
  }
}
