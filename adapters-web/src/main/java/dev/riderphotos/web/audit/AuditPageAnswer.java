package dev.riderphotos.web.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, the newest first.
 *
 * @param next the {@code cursor} of the next page, if there is one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditPageAnswer(List<AuditEntryAnswer> entries, @Nullable String next) {}
