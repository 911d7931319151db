/**
 * How well a model tells people apart: descriptors of photos whose people are known are compared
 * each with each, and the distances are counted. Knows neither photos nor models, only numbers.
 */
@NullMarked
package dev.riderphotos.ruler;

import org.jspecify.annotations.NullMarked;
