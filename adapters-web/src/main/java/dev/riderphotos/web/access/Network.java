package dev.riderphotos.web.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** As whose an address counts: of IPv6 one caller has a whole network of 64 bits. */
final class Network {
  static final String UNKNOWN = "unknown";
  private static final int BYTES = 8;

  private Network() {}

  static String of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, BYTES)));
  }
}
