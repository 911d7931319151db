package dev.riderphotos.face;

/** What a collection of faces is there for; which one it is, is said by {@link LiveCollections}. */
public enum Role {
  /** The faces of verified riders: one face, one rider. */
  RIDERS,
  /** The faces of the gallery's photos. */
  GALLERY
}
