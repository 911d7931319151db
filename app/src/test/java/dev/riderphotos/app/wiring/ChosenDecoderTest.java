package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.wiring.ChosenDecoder.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ChosenDecoderTest {
  @Test
  void theJdksNeedsNoOther() {
    ChosenDecoder jdk = new ChosenDecoder(Choice.JDK);
    assertThat(jdk.get()).isEmpty();
    assertThat(jdk.inForce()).isEqualTo("jdk");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void theNativeOneIsFoundWhereItRuns() {
    ChosenDecoder found = new ChosenDecoder(Choice.AUTO);
    assertThat(found.get()).isPresent();
    assertThat(found.get()).isSameAs(found.get());
    assertThat(found.inForce()).isEqualTo("native");
    assertThat(new ChosenDecoder(Choice.NATIVE).inForce()).isEqualTo("native");
  }
}
