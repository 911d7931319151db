package dev.riderphotos.embedded.vector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In processes that were started as the launcher starts them, or otherwise. */
class VectorModuleTest {
  private static final String EXPORT = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

  @Test
  void itIsAddedWhereTheCommandLineLetsUs() throws IOException, InterruptedException {
    assertThat(search(EXPORT)).isEqualTo("VectorScan VectorDistance 25.0");
  }

  @Test
  void itIsTakenWhereTheJvmHasItFromTheStart() throws IOException, InterruptedException {
    assertThat(search("--add-modules=jdk.incubator.vector"))
        .isEqualTo("VectorScan VectorDistance 25.0");
  }

  @Test
  void withoutBothSearchesGoWithout() throws IOException, InterruptedException {
    assertThat(search("-ea")).isEqualTo("PlainScan PlainDistance 25.0");
  }

  /** Says what compares, and how far from each other two vectors are. */
  static final class Program {
    private Program() {}

    public static void main(String[] nothing) {
      SquaredDistance distance = SquaredDistance.fastest();
      float[] one = new float[128];
      float[] other = new float[128];
      other[3] = 3;
      other[100] = 4;
      System.out.print(
          CompactScan.fastest().getClass().getSimpleName()
              + " "
              + distance.getClass().getSimpleName()
              + " "
              + distance.between(one, other, 0, Float.MAX_VALUE));
    }
  }

  private static String search(String option) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
