package dev.riderphotos.app.wiring;

import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What this machine is called, by itself and in its network. */
public final class MachineNames {
  private MachineNames() {}

  /** The host name, {@code localhost}, and all addresses by which others may reach it. */
  public static Set<String> all() {
    Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
    String name = hostName();
    if (name.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?")) {
      names.add(name);
    }
    names.addAll(addresses());
    return names;
  }

  /** Lists the same as {@link #all}, the way they stand in URLs. */
  static Set<String> hosts() {
    return all().stream()
        .map(name -> name.contains(":") ? "[" + name + "]" : name)
        .collect(Collectors.toSet());
  }

  /** The addresses by which a phone in the same network reaches it. */
  public static List<String> addresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .map(MachineNames::text)
          .toList();
    } catch (SocketException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
    } catch (UnknownHostException nameless) {
      return "";
    }
  }

  /** An IPv6 address without the interface that it is seen through. */
  private static String text(InetAddress address) {
    String text = address.getHostAddress();
    return address instanceof Inet6Address ? text.replaceFirst("%.*", "") : text;
  }
}
