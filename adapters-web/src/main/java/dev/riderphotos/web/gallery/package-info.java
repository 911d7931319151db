/** The gallery over HTTP: index and search of named photos, as programs know it, and its page. */
@NullMarked
package dev.riderphotos.web.gallery;

import org.jspecify.annotations.NullMarked;
