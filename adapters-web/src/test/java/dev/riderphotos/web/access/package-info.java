@NullMarked
package dev.riderphotos.web.access;

import org.jspecify.annotations.NullMarked;
