@NullMarked
package dev.riderphotos.app.wiring;

import org.jspecify.annotations.NullMarked;
