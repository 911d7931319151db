package dev.riderphotos.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are anybody's on the Internet: by the registries of IANA for special purposes.
 * Java has an IPv4 address that is mapped into IPv6 as IPv4.
 */
final class PublicAddress {
  private static final List<Block> SPECIAL_IPV4 =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10), // shared by customers of a carrier
          Block.of("127.0.0.0", 8),
          Block.of("169.254.0.0", 16), // among them what clouds tell machines of themselves
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 3)); // groups, and what is reserved

  /** Of IPv6 only this is given out. NAT64, loopback, link-local and private ones are elsewhere. */
  private static final Block GIVEN_OUT = Block.of("2000::", 3);

  private static final List<Block> SPECIAL_IPV6 =
      List.of(
          Block.of("2001::", 23), // Teredo, which has an IPv4 address in it, and others
          Block.of("2001:db8::", 32),
          Block.of("2002::", 16), // 6to4: the same
          Block.of("3fff::", 20));

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? SPECIAL_IPV4.stream().noneMatch(block -> block.has(bytes))
        : GIVEN_OUT.has(bytes) && SPECIAL_IPV6.stream().noneMatch(block -> block.has(bytes));
  }

  /** All addresses that begin with these bits. */
  private record Block(InetAddress first, int bits) {
    static Block of(String first, int bits) {
      return new Block(InetAddress.ofLiteral(first), bits);
    }

    boolean has(byte[] address) {
      byte[] begin = first.getAddress();
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((begin[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
