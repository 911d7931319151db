package dev.riderphotos.web.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some migrations, the last prepared first.
 *
 * @param next the {@code cursor} of the next page; missing on the last one
 */
@Serdeable
record MigrationPageAnswer(
    @JsonInclude(JsonInclude.Include.ALWAYS) List<MigrationAnswer> migrations,
    @Nullable String next) {}
