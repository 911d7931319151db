package dev.riderphotos.rekognition;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.UserId;
import io.micronaut.http.HttpStatus;

/** Ends a request with an error, in Rekognition's own words. */
final class RekognitionException extends RuntimeException {
  private final HttpStatus status;
  private final String type;
  private final String said;

  RekognitionException(String type, String said) {
    this(HttpStatus.BAD_REQUEST, type, said);
  }

  private RekognitionException(HttpStatus status, String type, String said) {
    super(said);
    this.status = status;
    this.type = type;
    this.said = said;
  }

  HttpStatus status() {
    return status;
  }

  /** The name by which clients know the error. */
  String type() {
    return type;
  }

  /** Clients are told this message. */
  String said() {
    return said;
  }

  static RekognitionException invalidParameter(String message) {
    return new RekognitionException("InvalidParameterException", message);
  }

  static RekognitionException invalidParameters() {
    return invalidParameter("Request has invalid parameters");
  }

  static RekognitionException noFace() {
    return invalidParameter("There are no faces in the image. Should be at least 1.");
  }

  static RekognitionException noFaceOfId() {
    return invalidParameter("faceId was not found in the collection.");
  }

  static RekognitionException noCollection(CollectionId id) {
    return new RekognitionException(
        "ResourceNotFoundException", "The collection id: " + id + " does not exist");
  }

  static RekognitionException collectionExists(CollectionId id) {
    return new RekognitionException(
        "ResourceAlreadyExistsException", "The collection id: " + id + " already exists");
  }

  static RekognitionException noUser(UserId user) {
    return new RekognitionException(
        "ResourceNotFoundException", "The user id: " + user + " does not exist");
  }

  static RekognitionException userExists(UserId user) {
    return new RekognitionException(
        "ConflictException", "The user id: " + user + " already exists");
  }

  static RekognitionException tooMany() {
    return new RekognitionException(
        "ServiceQuotaExceededException",
        "A collection has at most 10,000,000 users, and a user at most 100 faces");
  }

  static RekognitionException tokenOfAnotherCall() {
    return new RekognitionException(
        "IdempotentParameterMismatchException",
        "The client request token was used with other parameters before. Use another one.");
  }

  static RekognitionException invalidFormat() {
    return new RekognitionException(
        "InvalidImageFormatException", "Request has invalid image format");
  }

  static RekognitionException tooLarge(String message) {
    return new RekognitionException("ImageTooLargeException", message);
  }

  static RekognitionException invalidObject() {
    return new RekognitionException(
        "InvalidS3ObjectException",
        "Unable to get object metadata from S3. Check object key, region and/or access"
            + " permissions.");
  }

  static RekognitionException invalidToken() {
    return new RekognitionException(
        "InvalidPaginationTokenException", "Pagination token in the request is not valid.");
  }

  static RekognitionException throttled() {
    return new RekognitionException("ThrottlingException", "Rate exceeded");
  }

  /** Whatever it is that makes it so large: clients know no other error for it. */
  static RekognitionException bodyTooLarge(long most) {
    return tooLarge("Image size is too large. A request must be at most " + most + " bytes");
  }

  static RekognitionException tooSlow() {
    return new RekognitionException(
        HttpStatus.REQUEST_TIMEOUT, "RequestTimeoutException", "The request came in too slowly");
  }

  static RekognitionException busy() {
    return new RekognitionException(
        HttpStatus.SERVICE_UNAVAILABLE,
        "ServiceUnavailableException",
        "Too many requests are on their way. Try again in a moment.");
  }

  static RekognitionException switchedOff(String remedy) {
    return new RekognitionException(
        HttpStatus.NOT_FOUND,
        "UnknownOperationException",
        "Rekognition is switched off at this server; " + remedy + ".");
  }

  static RekognitionException malformed(String message) {
    return new RekognitionException("SerializationException", message);
  }

  /** A member that is missing or out of its bounds, the one that was met first. */
  static RekognitionException violated(Object value, String path, String constraint) {
    return new RekognitionException(
        "ValidationException",
        "1 validation error detected: Value %s at '%s' failed to satisfy constraint: Member must %s"
            .formatted(value, path, constraint));
  }
}
