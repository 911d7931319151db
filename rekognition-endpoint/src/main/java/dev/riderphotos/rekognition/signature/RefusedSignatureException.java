package dev.riderphotos.rekognition.signature;

/** Says that a request is not signed as it must be, in the words that AWS has for it. */
public final class RefusedSignatureException extends RuntimeException {
  private final String type;
  private final String said;

  RefusedSignatureException(String type, String said) {
    super(said);
    this.type = type;
    this.said = said;
  }

  /** The name by which clients know the error. */
  public String type() {
    return type;
  }

  /** Clients are told this message. */
  public String said() {
    return said;
  }

  static RefusedSignatureException invalid(String said) {
    return new RefusedSignatureException("InvalidSignatureException", said);
  }
}
