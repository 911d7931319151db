/** Cases that people decide, over HTTP: the API, operators' pages, and riders' appeals. */
@NullMarked
package dev.riderphotos.web.review;

import org.jspecify.annotations.NullMarked;
