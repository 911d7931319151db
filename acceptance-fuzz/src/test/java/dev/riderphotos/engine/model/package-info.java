@NullMarked
package dev.riderphotos.engine.model;

import org.jspecify.annotations.NullMarked;
