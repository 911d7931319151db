package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.IamPolicy;
import dev.riderphotos.aws.UsesAws;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What the chosen adapters have to be allowed on AWS, as each of them says. */
@Singleton
@Requires(property = Adapters.AWS, value = "true")
public final class AwsPermissions {
  private final List<UsesAws> adapters;
  private final AwsResources resources;

  AwsPermissions(List<UsesAws> adapters, List<AwsResources> needed) {
    this.adapters = adapters;
    this.resources = AwsResources.all(needed);
  }

  /** Writes the policy for a server and for every command but {@code aws create}. */
  public String toRun(String account) {
    return IamPolicy.of(Stream.concat(uses(adapters), uses(resources.list())).toList(), account);
  }

  /** Writes the policy for {@code aws create}. */
  public String toCreate(String account) {
    Stream<AwsUse> makes = resources.list().stream().flatMap(each -> each.makes().stream());
    return IamPolicy.of(Stream.concat(uses(resources.list()), makes).toList(), account);
  }

  private static Stream<AwsUse> uses(List<? extends UsesAws> users) {
    return users.stream().flatMap(user -> user.uses().stream());
  }
}
