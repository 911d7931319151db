@NullMarked
package dev.riderphotos.acceptance.api;

import org.jspecify.annotations.NullMarked;
