package dev.riderphotos.app.wiring;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.riderphotos.embedded.engine.FaceMemory;
import java.lang.management.ManagementFactory;

/**
 * How the heap is shared out: so much for what runs and for bodies under way, so much for pictures
 * that are open at once, and the rest for faces. The launcher makes the heap by the same sum.
 */
final class MemoryPlan {
  private static final long RUNNING = 128L << 20;

  private MemoryPlan() {}

  /** Faces get what the rest of the server leaves of the heap. */
  static FaceMemory faces(Settings.Limits limits) {
    return new FaceMemory(heap(), RUNNING + limits.pictureMemory());
  }

  /** As it was asked for: what the runtime tells is less by what collecting garbage takes. */
  private static long heap() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return Long.parseLong(machine.getVMOption("MaxHeapSize").getValue());
  }
}
