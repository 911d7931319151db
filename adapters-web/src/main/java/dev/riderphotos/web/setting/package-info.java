/** The settings that are in force, for operators. */
@NullMarked
package dev.riderphotos.web.setting;

import org.jspecify.annotations.NullMarked;
