package dev.riderphotos.web.execution;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which executions are to be run again.
 *
 * @param ids at most 100
 * @param all in place of ids: those that failed among those that the query lets through
 */
@Serdeable
record RedriveOrder(@Nullable List<String> ids, @Nullable Boolean all) {}
