/** Model packs for the tests of all modules. */
@NullMarked
package dev.riderphotos.engine.testkit;

import org.jspecify.annotations.NullMarked;
