@NullMarked
package dev.riderphotos.web.verification;

import org.jspecify.annotations.NullMarked;
