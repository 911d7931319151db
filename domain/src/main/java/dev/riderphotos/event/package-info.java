/** What happens when an object has arrived in a bucket: it is told to the bucket's owner. */
@NullMarked
package dev.riderphotos.event;

import org.jspecify.annotations.NullMarked;
