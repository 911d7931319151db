/**
 * The ports on one machine: photos in files, everything else in one SQLite file, faces searched in
 * memory, mail into a folder.
 */
@NullMarked
package dev.riderphotos.embedded;

import org.jspecify.annotations.NullMarked;
