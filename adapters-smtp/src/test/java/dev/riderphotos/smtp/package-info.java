/** Mail servers of every temper. */
@NullMarked
package dev.riderphotos.smtp;

import org.jspecify.annotations.NullMarked;
