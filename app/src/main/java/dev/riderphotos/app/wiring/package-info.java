/** All wiring: the settings, a factory for each technology, and one for each feature. */
@NullMarked
package dev.riderphotos.app.wiring;

import org.jspecify.annotations.NullMarked;
