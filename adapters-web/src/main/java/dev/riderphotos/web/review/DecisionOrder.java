package dev.riderphotos.web.review;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides.
 *
 * @param decision by its name, such as TWO_PEOPLE
 * @param version of the case that the reviewer looked at
 * @param note for other reviewers; at most 1000 characters
 * @param withdraw of one person: later, which is meant if it is missing, or earlier
 * @param now whether it is carried out at once, and cannot be undone
 */
@Serdeable
public record DecisionOrder(
    @Nullable String decision,
    @Nullable String version,
    @Nullable String note,
    @Nullable String withdraw,
    @Nullable Boolean now) {}
