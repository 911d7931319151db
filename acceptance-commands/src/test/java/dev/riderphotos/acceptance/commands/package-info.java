@NullMarked
package dev.riderphotos.acceptance.commands;

import org.jspecify.annotations.NullMarked;
