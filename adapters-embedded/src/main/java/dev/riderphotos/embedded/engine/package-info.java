/** Faces by the engine on this machine; collections are searched in mapped files. */
@NullMarked
package dev.riderphotos.embedded.engine;

import org.jspecify.annotations.NullMarked;
