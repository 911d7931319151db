/**
 * What a running server does beside answering: it delivers, takes over, counts, tells of its
 * health, and ends in good order.
 */
@NullMarked
package dev.riderphotos.app.server;

import org.jspecify.annotations.NullMarked;
