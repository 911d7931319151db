@NullMarked
package dev.riderphotos.web;

import org.jspecify.annotations.NullMarked;
