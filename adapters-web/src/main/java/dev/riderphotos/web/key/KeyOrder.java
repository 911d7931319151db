package dev.riderphotos.web.key;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that is wanted.
 *
 * @param name what to call it in lists; may be missing
 * @param scopes one or more of index, search, verify, review, operate
 */
@Serdeable
record KeyOrder(@Nullable String name, @Nullable List<String> scopes) {}
