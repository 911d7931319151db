package dev.riderphotos.photo;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The image formats that Rekognition takes, and so do we. */
public enum PhotoFormat {
  JPEG("image/jpeg", "jpg", "ffd8ff"),
  PNG("image/png", "png", "89504e470d0a1a0a");

  private final String contentType;
  private final String extension;
  private final String magic;

  PhotoFormat(String contentType, String extension, String magic) {
    this.contentType = contentType;
    this.extension = extension;
    this.magic = magic;
  }

  /** The format whose magic number the bytes begin with, whatever a file name or header says. */
  public static Optional<PhotoFormat> sniff(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
  }

  private boolean begins(byte[] bytes) {
    int length = Math.min(magic.length() / 2, bytes.length);
    return HexFormat.of().formatHex(bytes, 0, length).equals(magic);
  }

  /** The format of this content type; parameters and case do not matter. */
  public static Optional<PhotoFormat> ofContentType(String contentType) {
    String plain = contentType.split(";", 2)[0].strip();
    return Arrays.stream(values())
        .filter(format -> format.contentType.equalsIgnoreCase(plain))
        .findFirst();
  }

  public String contentType() {
    return contentType;
  }

  /** The extension is given without a dot. */
  public String extension() {
    return extension;
  }
}
