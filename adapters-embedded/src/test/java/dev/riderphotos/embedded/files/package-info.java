@NullMarked
package dev.riderphotos.embedded.files;

import org.jspecify.annotations.NullMarked;
