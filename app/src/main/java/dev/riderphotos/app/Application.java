package dev.riderphotos.app;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.face.FaceCollection;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything wired together on one data folder, until it is closed. No server runs unless asked.
 */
final class Application implements AutoCloseable {
  /** For commands: their results are all they have to say, but for warnings. */
  static final Map<String, Object> QUIET = Map.of("logger.levels.dev.riderphotos", "WARN");

  private final DataFolder folder;
  private final ApplicationContext context;

  private Application(DataFolder folder, ApplicationContext context) {
    this.folder = folder;
    this.context = context;
  }

  static Application open(Path data, Map<String, Object> properties) {
    DataFolder folder = DataFolder.open(data);
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .singletons(folder)
            .properties(properties)
            .build();
    Application application = new Application(folder, context);
    try {
      context.start();
      long _ = application.get(FaceCollection.class).size(); // refuses one of another model at once
      return application;
    } catch (RuntimeException fault) {
      application.closeAfter(fault);
      throw fault;
    }
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** Closing again is harmless. */
  @Override
  public void close() throws IOException {
    try {
      context.close();
    } finally {
      folder.close();
    }
  }

  private void closeAfter(RuntimeException fault) {
    try {
      close();
    } catch (IOException second) {
      fault.addSuppressed(second);
    }
  }
}
