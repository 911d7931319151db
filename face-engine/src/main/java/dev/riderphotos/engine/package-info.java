/**
 * Finds faces in pictures and measures them: boxes, landmarks, sunglasses, pose, quality, and a
 * descriptor by which two faces can be compared. Offline, on the processor alone.
 *
 * <p>Start at {@link dev.riderphotos.engine.FaceEngine}. The module's RATIONALE.md says why it is
 * made as it is, how good it is, and where it is weak.
 */
@NullMarked
package dev.riderphotos.engine;

import org.jspecify.annotations.NullMarked;
