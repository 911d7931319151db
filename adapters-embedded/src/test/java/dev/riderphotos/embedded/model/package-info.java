@NullMarked
package dev.riderphotos.embedded.model;

import org.jspecify.annotations.NullMarked;
