package dev.riderphotos.engine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessorTest {
  @Test
  void onlyWhatIsKnownToMultiplyBytesDoes() {
    assertThat(Processor.multipliesBytes(Set.of())).isFalse();
    assertThat(Processor.multipliesBytes(Set.of("avx2", "avx512f", "asimd"))).isFalse();
    assertThat(Processor.multipliesBytes(Set.of("avx2", "avx512_vnni"))).isTrue();
    assertThat(Processor.multipliesBytes(Set.of("avx2", "avx_vnni"))).isTrue();
  }
}
