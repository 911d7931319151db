package dev.riderphotos.access;

import dev.riderphotos.rider.RiderId;
import java.time.Instant;

/**
 * That a rider was given a link; not what makes it one, nor where word of it went.
 *
 * @param madeAt to the millisecond
 * @param expiresAt in whole seconds
 */
public record NotedLink(LinkId id, RiderId rider, Instant madeAt, Instant expiresAt) {}
