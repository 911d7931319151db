@NullMarked
package dev.riderphotos.embedded.backup;

import org.jspecify.annotations.NullMarked;
