package dev.riderphotos.acceptance.processes;

import dev.riderphotos.app.command.StopSignal;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.RgbImage;
import dev.riderphotos.engine.model.BaseModel;

/** A command that looks at photos, and does not watch for signals itself. */
final class EndlessAnalyses {
  static final String ANALYSING = "Analysing";
  private static final int THREADS = 3;
  private static final int SIDE = 160;

  private EndlessAnalyses() {}

  public static void main(String[] arguments) {
    StopSignal.listen();
    RgbImage picture = RgbImage.ofBgr(SIDE, SIDE, new byte[3 * SIDE * SIDE]);
    FaceEngine engine = FaceEngine.open(BaseModel.FACEAPI_2);
    for (int thread = 0; thread < THREADS; thread++) {
      Thread _ = Thread.ofPlatform().start(() -> analyse(engine, picture));
    }
  }

  private static void analyse(FaceEngine engine, RgbImage picture) {
    var _ = engine.analyse(picture);
    System.out.println(ANALYSING);
    while (true) {
      var _ = engine.analyse(picture);
    }
  }
}
