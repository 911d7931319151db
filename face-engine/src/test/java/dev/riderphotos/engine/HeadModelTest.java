package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadModelTest {
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "30, 0, 0", "-50, 0, 0", "0, 25, 0", "0, -40, 0", "0, 0, 35", "0, 0, -80"})
  void findsTheAnglesAHeadWasTurnedBy(float yaw, float pitch, float roll) {
    Pose pose = HeadModel.pose(Heads.seen(yaw, pitch, roll));
    assertThat(pose.yaw()).isCloseTo(yaw, within(0.1f));
    assertThat(pose.pitch()).isCloseTo(pitch, within(0.1f));
    assertThat(pose.roll()).isCloseTo(roll, within(0.1f));
  }
}
