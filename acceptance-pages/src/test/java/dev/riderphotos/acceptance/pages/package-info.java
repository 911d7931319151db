@NullMarked
package dev.riderphotos.acceptance.pages;

import org.jspecify.annotations.NullMarked;
