package dev.riderphotos.testkit;

import dev.riderphotos.access.LinkRequest;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.rider.RiderId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps requests as long as it lives. */
public final class InMemoryLinkRequests implements LinkRequests {
  private final Map<RiderId, LinkRequest> requests = new ConcurrentHashMap<>();

  @Override
  public void open(LinkRequest request) {
    requests.putIfAbsent(request.rider(), request);
  }

  @Override
  public Optional<LinkRequest> find(RiderId rider) {
    return Optional.ofNullable(requests.get(rider));
  }

  @Override
  public List<LinkRequest> all() {
    return requests.values().stream().sorted(Comparator.comparing(LinkRequest::askedAt)).toList();
  }

  @Override
  public void close(RiderId rider) {
    requests.remove(rider);
  }
}
