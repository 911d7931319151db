package dev.riderphotos.photo;

import java.util.Arrays;
import java.util.Optional;

/** The image formats that Rekognition takes, and so do we. */
public enum PhotoFormat {
  JPEG("image/jpeg", "jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  PNG("image/png", "png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

  private final String contentType;
  private final String extension;
  private final byte[] magic;

  PhotoFormat(String contentType, String extension, byte[] magic) {
    this.contentType = contentType;
    this.extension = extension;
    this.magic = magic;
  }

  /** The format whose magic number the bytes begin with, whatever a file name or header says. */
  public static Optional<PhotoFormat> sniff(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.opens(bytes)).findFirst();
  }

  private boolean opens(byte[] bytes) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  public String contentType() {
    return contentType;
  }

  /** Without a dot. */
  public String extension() {
    return extension;
  }
}
