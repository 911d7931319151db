/**
 * Executions over HTTP: their JSON, their live progress, and the pages where operators look into
 * them.
 */
@NullMarked
package dev.riderphotos.web.execution;

import org.jspecify.annotations.NullMarked;
