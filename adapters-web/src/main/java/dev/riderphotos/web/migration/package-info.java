/**
 * Migrations over HTTP: their JSON, their live progress, and the pages where operators see to them.
 */
@NullMarked
package dev.riderphotos.web.migration;

import org.jspecify.annotations.NullMarked;
