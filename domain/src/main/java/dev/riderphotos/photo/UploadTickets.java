package dev.riderphotos.photo;

/**
 * Issues short-lived permissions to put one object straight into the store, as S3's presigned PUT
 * and POST. A ticket says all it allows and can be neither changed nor taken back; issuing one
 * keeps nothing. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface UploadTickets {
  /** A ticket for an HTTP PUT. */
  UploadTicket.Put toPut(UploadTerms terms);

  /** A ticket for a form that a browser can send without any script. */
  UploadTicket.Form toPost(UploadTerms terms);
}
