package dev.riderphotos.app.wiring;

import dev.riderphotos.BackendException;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.engine.LoadedCollections;
import dev.riderphotos.embedded.files.SigningKey;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.KeptCollection;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.RiderFaces;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything wired together, on one data folder if anything is kept on this machine, until it is
 * closed. There is no server in it unless asked for, and none runs unless it is started.
 */
public final class Application implements AutoCloseable {
  /** Commands are quiet: their results are all they have to say, but for warnings. */
  public static final Map<String, Object> QUIET = Map.of("logger.levels.dev.riderphotos", "WARN");

  private final ContextOfFewerBeans beans;
  private final ApplicationContext context;
  private @Nullable DataFolder folder;
  private @Nullable Thread preparing;

  private Application(ContextOfFewerBeans beans, Map<String, Object> properties) {
    this.beans = beans;
    this.context =
        beans
            .banner(false)
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .properties(properties)
            .build();
  }

  /**
   * Starts it.
   *
   * @param data the data folder, which is not touched if all is kept elsewhere
   */
  public static Application open(Path data, Map<String, Object> properties) {
    Application application = openUnchecked(data, properties);
    return application.orClose(application::refuseWhatCannotWork);
  }

  /** Does the same as {@link #open}, with a server that can be started. */
  public static Application openToServe(Path data, Map<String, Object> properties) {
    Application application =
        open(new ContextOfFewerBeans(), () -> DataFolder.open(data), data, properties);
    return application.orClose(application::refuseWhatCannotWork);
  }

  /** Does the same as {@link #open}, also where something is missing. */
  public static Application openUnchecked(Path data, Map<String, Object> properties) {
    return open(
        new ContextOfFewerBeans().withoutServer(), () -> DataFolder.open(data), data, properties);
  }

  /** Starts what small work on the records needs, also while another process uses the folder. */
  public static Application beside(Path data, Map<String, Object> properties) {
    return open(
        new ContextOfFewerBeans().withoutServer(), () -> DataFolder.beside(data), data, properties);
  }

  /** Reads the adapters that the settings choose, and opens nothing. */
  public static Adapters adapters() {
    ContextOfFewerBeans beans = new ContextOfFewerBeans().withoutServer();
    try (ApplicationContext context = new Application(beans, Map.of()).context) {
      return Adapters.of(context.getEnvironment().start());
    }
  }

  private static Application open(
      ContextOfFewerBeans beans,
      Supplier<DataFolder> opening,
      Path data,
      Map<String, Object> properties) {
    Application application = new Application(beans, properties);
    return application.orClose(() -> application.start(opening, data));
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public <T> Collection<T> all(Class<T> type) {
    return context.getBeansOfType(type);
  }

  /** Tells the audit what a command is about to do, or to show. */
  public void tell(Deed deed) {
    var _ = get(Audit.class).tell(Origin.commandLine(), deed);
  }

  /** Empty if the chosen adapters have none. */
  public <T> Optional<T> find(Class<T> type) {
    return context.findBean(type);
  }

  /** Empty if it is not set. */
  public Optional<String> setting(String name) {
    return context.getProperty(name, String.class).filter(value -> !value.isBlank());
  }

  /** Closing again is harmless. */
  @Override
  public void close() throws IOException {
    try {
      if (preparing != null) {
        preparing.interrupt(); // what is not ready by then is made ready at the next start
      }
      context.close();
    } finally {
      if (folder != null) {
        folder.close();
      }
    }
  }

  private void start(Supplier<DataFolder> opening, Path data) {
    Environment environment = context.getEnvironment().start();
    SettingRules.check(environment);
    Adapters adapters = Adapters.of(environment);
    environment.addPropertySource(PropertySource.of("adapters", adapters.properties()));
    if (!adapters.aws()) {
      beans.withoutAws();
    }
    if (adapters.local()) {
      folder = opening.get();
      context.registerSingleton(folder);
      environment.addPropertySource(PropertySource.of("uploads", uploads(data)));
    }
    context.start();
  }

  /** What comes in and is larger than memory should hold goes where all else is. */
  private static Map<String, Object> uploads(Path data) {
    return Map.of(IntakeFactory.FOLDER, data.resolve("tmp").toString());
  }

  private void refuseWhatCannotWork() {
    find(AwsAccount.class).ifPresent(AwsAccount::refuseMissing);
    Optional<SigningKey> _ = find(SigningKey.class); // refuses a damaged one
    long _ = get(RiderFaces.class).size(); // refuses one whose model is not there at once
  }

  /**
   * Has ready in the background what searches would have to wait for, and reads all records once.
   */
  public void prepareFaces() {
    Thread thread = new Thread(this::prepareAll, "face-vectors");
    thread.setDaemon(true);
    thread.start();
    preparing = thread;
  }

  private void prepareAll() {
    try {
      find(LoadedCollections.class).ifPresent(faces -> faces.prepare(needed()));
      find(Database.class).ifPresent(Database::examine);
    } catch (BackendException fault) {
      // Whoever searches hears of it.
    }
  }

  /** Lists the collections that are searched all the time. */
  private Set<CollectionId> needed() {
    LiveCollections live = get(LiveCollections.class);
    return all(KeptCollection.class).stream()
        .map(kept -> live.of(kept.role()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Application orClose(Runnable beginning) {
    try {
      beginning.run();
      return this;
    } catch (RuntimeException fault) {
      closeAfter(fault);
      throw fault;
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
