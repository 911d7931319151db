package dev.riderphotos.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** A body as a test sends it, piece by piece; its reader waits for the next. */
final class Sender extends InputStream {
  private static final byte[] END = new byte[0];
  private static final byte[] BREAK = new byte[0];

  private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
  private final CountDownLatch awaited = new CountDownLatch(1);
  private byte[] rest = new byte[0];
  private boolean ended;
  private boolean closed;

  Sender send(int bytes) {
    pieces.add(new byte[bytes]);
    return this;
  }

  Sender end() {
    pieces.add(END);
    return this;
  }

  Sender breakOff() {
    pieces.add(BREAK);
    return this;
  }

  /** Returns once all that was sent is read and the reader waits for more. */
  void awaitReader() throws InterruptedException {
    awaited.await();
  }

  /** Whether all of it was read, up to the end. */
  boolean wasReadToItsEnd() {
    return ended;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("read more at once");
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (rest.length == 0 && !ended) {
      rest = next();
    }
    if (ended) {
      return -1;
    }
    int count = Math.min(length, rest.length);
    System.arraycopy(rest, 0, buffer, offset, count);
    rest = Arrays.copyOfRange(rest, count, rest.length);
    return count;
  }

  @Override
  public void close() {
    closed = true;
  }

  @SuppressWarnings("ReferenceEquality") // the marks are themselves, whatever they hold
  private byte[] next() throws IOException {
    if (pieces.isEmpty()) {
      awaited.countDown();
    }
    try {
      byte[] piece = pieces.take();
      if (piece == BREAK) {
        throw new EOFException("broken off");
      }
      ended = piece == END;
      return piece;
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }
}
