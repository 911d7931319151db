/** Records in one SQLite file. */
@NullMarked
package dev.riderphotos.embedded.sqlite;

import org.jspecify.annotations.NullMarked;
