/** The JSON API of riders and their executions. */
@NullMarked
package dev.riderphotos.web.verification;

import org.jspecify.annotations.NullMarked;
