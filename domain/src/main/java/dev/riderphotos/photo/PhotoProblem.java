package dev.riderphotos.photo;

/** Why a photo is not even looked at. */
public enum PhotoProblem {
  /** Neither JPEG nor PNG by its first bytes, or a JPEG of a kind that hardly anybody reads. */
  UNSUPPORTED_FORMAT,
  /** More bytes, longer sides or more pixels than {@link PhotoOpener} allows. */
  TOO_LARGE,
  /** A side is shorter than {@link PhotoOpener} allows. */
  TOO_SMALL,
  /** The photo is damaged or cut short. */
  UNREADABLE
}
