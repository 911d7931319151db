package dev.riderphotos.web.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some cases, the first opened first.
 *
 * @param next the {@code cursor} of the next page, if there is one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewPageAnswer(List<ReviewAnswer> reviews, @Nullable String next) {}
