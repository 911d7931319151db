package dev.riderphotos.aws;

import dev.riderphotos.aws.AwsResource.Part;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * All that some adapters need.
 *
 * @param list in the order in which they are made
 */
public record AwsResources(List<AwsResource> list) {
  public AwsResources {
    list = List.copyOf(list);
  }

  public static AwsResources of(AwsResource... resources) {
    return new AwsResources(List.of(resources));
  }

  public static AwsResources all(Collection<AwsResources> some) {
    return new AwsResources(some.stream().flatMap(each -> each.list().stream()).toList());
  }

  /** Checks all resources at the same time. */
  public List<Part> check() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Part>> asked =
          list.stream()
              .map(resource -> CompletableFuture.supplyAsync(resource::check, threads))
              .toList();
      return asked.stream().map(CompletableFuture::join).toList();
    }
  }

  /** Makes what is missing, one after the other. */
  public List<Part> create() {
    return list.stream().flatMap(resource -> resource.create().stream()).toList();
  }
}
