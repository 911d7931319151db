package dev.riderphotos.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.rider.RiderId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiderPhotoKeyTest {
  private static final ExecutionId ID = new ExecutionId(new UUID(1, 2));

  @ParameterizedTest
  @ValueSource(strings = {"ada", "a/b", "..", "ünï", "100%", "50%25"})
  void aKeyTellsWhoseItIs(String rider) {
    String key = RiderPhotoKey.of(new RiderId(rider), ID, "me/at the bar.jpg").text();

    assertThat(key).startsWith("riders/").contains("/" + ID + "/");
    assertThat(RiderPhotoKey.parse(key))
        .hasValueSatisfying(
            parsed -> {
              assertThat(parsed.rider()).isEqualTo(new RiderId(rider));
              assertThat(parsed.execution()).isEqualTo(ID);
              assertThat(parsed.text()).isEqualTo(key);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"riders/ada/me.jpg", "riders/ada/summer/me.jpg", "riders/ada/"})
  void whatSomebodyPutThereIsOfNoExecution(String key) {
    assertThat(RiderPhotoKey.parse(key))
        .hasValueSatisfying(
            parsed -> {
              assertThat(parsed.rider()).isEqualTo(new RiderId("ada"));
              assertThat(parsed.execution()).isNull();
              assertThat(parsed.text()).isEqualTo(key);
            });
  }

  @Test
  void anIdThatIsTheWholeRestIsAName() {
    assertThat(RiderPhotoKey.parse("riders/ada/" + ID))
        .hasValueSatisfying(parsed -> assertThat(parsed.execution()).isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "riders", "riders/ada", "drinks/ada/me.jpg", "riders//me.jpg"})
  void otherKeysAreOfNoRider(String key) {
    assertThat(RiderPhotoKey.parse(key)).isEmpty();
  }
}
