@NullMarked
package dev.riderphotos.web.gallery;

import org.jspecify.annotations.NullMarked;
