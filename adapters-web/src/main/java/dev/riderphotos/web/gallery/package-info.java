/** The gallery over HTTP: index and search of named photos, as programs know it. */
@NullMarked
package dev.riderphotos.web.gallery;

import org.jspecify.annotations.NullMarked;
