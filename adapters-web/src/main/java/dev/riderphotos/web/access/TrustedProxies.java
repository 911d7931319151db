package dev.riderphotos.web.access;

import io.micronaut.http.HttpRequest;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proxies whose word we take for who is behind them. Anyone else's {@code X-Forwarded} headers are
 * the caller's own invention.
 */
public final class TrustedProxies {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final List<IpSubnetFilterRule> networks;

  /**
   * @param networks addresses, or networks such as {@code 10.0.0.0/8}
   * @throws IllegalArgumentException if one is neither
   */
  public TrustedProxies(Collection<String> networks) {
    this.networks = networks.stream().map(TrustedProxies::network).toList();
  }

  /** What a proxy of ours says in a header; empty if there is none in between. */
  Optional<String> word(HttpRequest<?> request, String header) {
    return trusts(request.getRemoteAddress().getAddress())
        ? Optional.ofNullable(request.getHeaders().get(header)).map(TrustedProxies::last)
        : Optional.empty();
  }

  /** The nearest address on the caller's way that is no proxy of ours. */
  InetAddress client(HttpRequest<?> request) {
    InetAddress here = request.getRemoteAddress().getAddress();
    List<String> way =
        request.getHeaders().getAll(FORWARDED_FOR).stream()
            .flatMap(header -> List.of(header.split(",", -1)).stream())
            .toList();
    for (String hop : way.reversed()) {
      InetAddress before = address(hop.strip());
      if (!trusts(here) || before == null) {
        break;
      }
      here = before;
    }
    return here;
  }

  private boolean trusts(InetAddress address) {
    InetSocketAddress socket = new InetSocketAddress(address, 0);
    return networks.stream().anyMatch(network -> network.matches(socket));
  }

  private static IpSubnetFilterRule network(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress address = address(parts[0]);
    if (address == null || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
      throw new IllegalArgumentException(text + " is neither an address nor a network");
    }
    int bits = address.getAddress().length * Byte.SIZE;
    int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
    return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
  }

  /** Only a literal is an address here: no name is looked up. */
  private static @Nullable InetAddress address(String literal) {
    return NetUtil.createInetAddressFromIpAddressString(literal);
  }

  /** The last value is the nearest proxy's, if several have said something. */
  private static String last(String header) {
    return header.substring(header.lastIndexOf(',') + 1).strip();
  }
}
