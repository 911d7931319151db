package dev.riderphotos.face;

import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import org.jspecify.annotations.Nullable;

/**
 * An image to look for faces in.
 *
 * @param picture the caller's to close
 * @param storedAs where the same photo is stored, if it is: a service reads it there
 */
public record FaceImage(Picture picture, @Nullable PhotoRef storedAs) {}
