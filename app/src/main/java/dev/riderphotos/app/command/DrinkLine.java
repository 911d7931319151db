package dev.riderphotos.app.command;

import dev.riderphotos.drink.DrinkPhoto;
import dev.riderphotos.drink.Recording;
import dev.riderphotos.photo.PhotoProblem;
import java.nio.file.Path;

/** Says on one line what became of one picture. */
final class DrinkLine {
  private DrinkLine() {}

  static String of(Path file, Recording recording) {
    return switch (recording) {
      case Recording.Recorded(DrinkPhoto row) ->
          "ADDED  %s  %s".formatted(row.drink().bar(), row.drink().name());
      case Recording.Unusable(PhotoProblem problem) -> "REFUSED  %s  %s".formatted(file, problem);
      case Recording.NoDrink _ -> "REFUSED  %s  names no bar and drink".formatted(file);
      case Recording.Gone _ -> "REFUSED  %s  was deleted meanwhile".formatted(file);
    };
  }

  static int exitCode(Recording recording) {
    return recording instanceof Recording.Recorded ? ExitCode.DONE : ExitCode.REJECTED;
  }
}
