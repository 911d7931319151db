/**
 * Photos, extractions, mail and keys in files of the data folder, and signed addresses for photos.
 */
@NullMarked
package dev.riderphotos.embedded.files;

import org.jspecify.annotations.NullMarked;
