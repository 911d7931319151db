@NullMarked
package dev.riderphotos.web.page;

import org.jspecify.annotations.NullMarked;
