/** Announcements, on a bus of Amazon EventBridge. */
@NullMarked
package dev.riderphotos.aws.eventbridge;

import org.jspecify.annotations.NullMarked;
