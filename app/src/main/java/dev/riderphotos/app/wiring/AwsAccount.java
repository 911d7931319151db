package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import dev.riderphotos.aws.AwsResources;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Holds all that the chosen adapters need on AWS. */
@Singleton
@Requires(property = Adapters.AWS, value = "true")
public final class AwsAccount {
  private final AwsResources resources;

  AwsAccount(List<AwsResources> needed) {
    this.resources = AwsResources.all(needed);
  }

  public List<Part> check() {
    return resources.check();
  }

  public List<Part> create() {
    return resources.create();
  }

  /** Names everything that is missing at once. */
  void refuseMissing() {
    String missing =
        check().stream()
            .filter(part -> part.state() != State.THERE)
            .map(Part::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new MissingOnAwsException(missing);
    }
  }
}
