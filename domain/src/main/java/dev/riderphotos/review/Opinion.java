package dev.riderphotos.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decided, and noted.
 *
 * @param version of the {@link Standing} that it was decided of
 * @param now whether it is to be carried out at once
 */
public record Opinion(
    Reviewer reviewer,
    Ruling ruling,
    @Nullable String note,
    String version,
    boolean now,
    Instant at) {}
