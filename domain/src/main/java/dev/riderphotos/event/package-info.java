/**
 * What happens when an object has arrived in a bucket: it is told to the bucket's owner, at least
 * once. What each owner does the second time is in docs/architecture.md.
 */
@NullMarked
package dev.riderphotos.event;

import org.jspecify.annotations.NullMarked;
