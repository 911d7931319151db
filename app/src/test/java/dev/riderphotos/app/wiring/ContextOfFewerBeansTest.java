package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.rider.RiderProfiles;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextOfFewerBeansTest {
  @TempDir private Path home;

  @Test
  void aCommandHasNoServer() throws IOException {
    try (Application application = Application.open(data(), Application.QUIET)) {
      assertThat(application.find(EmbeddedServer.class)).isEmpty();
      assertThat(application.find(RiderProfiles.class)).isPresent();
      assertThat(beans(application))
          .noneMatch(bean -> bean.startsWith("dev.riderphotos.web.verification."));
    }
  }

  @Test
  void whatServesHasOne() throws IOException {
    try (Application application = Application.openToServe(data(), Application.QUIET)) {
      assertThat(application.find(EmbeddedServer.class)).isPresent();
    }
  }

  @Test
  void nothingOfAwsIsThereUnlessSomethingIsOnAws() throws IOException {
    try (Application here = Application.openToServe(data(), Application.QUIET)) {
      assertThat(beans(here)).noneMatch(bean -> bean.startsWith("io.micronaut.aws."));
    }
    Map<String, Object> mailOnly = Map.of("adapters.mail", "ses", "aws.region", "sa-east-1");
    try (Application mixed = Application.openUnchecked(data(), mailOnly)) {
      assertThat(beans(mixed)).anyMatch(bean -> bean.startsWith("io.micronaut.aws."));
    }
  }

  private Path data() {
    return home.resolve("data");
  }

  private static List<String> beans(Application application) {
    return application.get(ApplicationContext.class).getAllBeanDefinitions().stream()
        .map(BeanDefinition::getName)
        .toList();
  }
}
