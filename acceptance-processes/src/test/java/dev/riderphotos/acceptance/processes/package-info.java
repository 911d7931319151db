@NullMarked
package dev.riderphotos.acceptance.processes;

import org.jspecify.annotations.NullMarked;
