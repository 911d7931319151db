package dev.riderphotos.embedded.vector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The JDK's module of vector instructions. A JVM that has it from its start can keep in its cache
 * neither modules nor classes that are ready to run, since the module is incubating; so it is added
 * when the first search asks, where the command line lets us ({@code RATIONALE.md}).
 */
final class VectorModule {
  private static final Logger LOG = System.getLogger(VectorModule.class.getName());
  private static final String NAME = "jdk.incubator.vector";

  /** Opened by {@code --add-exports=java.base/jdk.internal.module=ALL-UNNAMED}. */
  private static final String MODULES = "jdk.internal.module.Modules";

  /** {@code off}: searches go without, as where a cache is made that cannot hold its classes. */
  private static final String SWITCH = "rider-photos.vectors";

  private VectorModule() {}

  /** Whether its classes can be used. */
  static boolean isThere() {
    return Once.THERE;
  }

  /** Asks the JVM but once. */
  private static final class Once {
    private static final boolean THERE =
        !"off".equals(System.getProperty(SWITCH))
            && (ModuleLayer.boot().findModule(NAME).isPresent() || isAdded());
  }

  private static boolean isAdded() {
    try {
      Object _ = Class.forName(MODULES).getMethod("loadModule", String.class).invoke(null, NAME);
      return true;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError closed) {
      LOG.log(Level.DEBUG, "Searches go without vector instructions", closed);
      return false;
    }
  }
}
