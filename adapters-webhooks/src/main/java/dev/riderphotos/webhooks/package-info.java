/** Announcements over HTTP, signed as Standard Webhooks has it. */
@NullMarked
package dev.riderphotos.webhooks;

import org.jspecify.annotations.NullMarked;
