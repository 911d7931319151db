package dev.riderphotos.access;

import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rider whose link has expired asks for another.
 *
 * @param email that the old one was issued for, if it was for one
 * @param validFor how long the old one was valid, in whole seconds, and so will be the new one
 * @param language in which the rider has asked
 * @param askedAt in whole seconds
 */
public record LinkRequest(
    RiderId rider,
    @Nullable EmailAddress email,
    Duration validFor,
    Language language,
    Instant askedAt) {}
