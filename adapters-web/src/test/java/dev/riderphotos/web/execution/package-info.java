@NullMarked
package dev.riderphotos.web.execution;

import org.jspecify.annotations.NullMarked;
