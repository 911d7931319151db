package dev.riderphotos.web.link;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A link that is wanted.
 *
 * @param email where word of refusals goes; may be missing
 * @param validFor such as 30m, 24h or 7d; a day if missing
 */
@Serdeable
public record LinkOrder(@Nullable String email, @Nullable String validFor) {}
