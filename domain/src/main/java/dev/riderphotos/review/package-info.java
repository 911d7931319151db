/**
 * What people decide: cases of faces that a model cannot tell apart for certain, appeals of riders
 * against refusals, and what is remembered of decisions ({@link dev.riderphotos.review.Judgement}),
 * which verification goes by.
 */
@NullMarked
package dev.riderphotos.review;

import org.jspecify.annotations.NullMarked;
