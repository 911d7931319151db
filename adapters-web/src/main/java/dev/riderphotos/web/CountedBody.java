package dev.riderphotos.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose bytes are counted as they come in, so that who says no size is counted, too. */
final class CountedBody extends FilterInputStream {
  private final Allowance allowance;
  private final String account;

  CountedBody(InputStream body, Allowance allowance, String account) {
    super(body);
    this.allowance = allowance;
    this.account = account;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    allowance.takeBytes(account, Math.max(count, 0));
    return count;
  }
}
