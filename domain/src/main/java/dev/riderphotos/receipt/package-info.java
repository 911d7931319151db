/**
 * What riders get in writing when they are erased: a receipt that anybody can check, and that is
 * kept nowhere.
 */
@NullMarked
package dev.riderphotos.receipt;

import org.jspecify.annotations.NullMarked;
