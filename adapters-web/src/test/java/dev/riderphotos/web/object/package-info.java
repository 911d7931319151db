@NullMarked
package dev.riderphotos.web.object;

import org.jspecify.annotations.NullMarked;
