@NullMarked
package dev.riderphotos.app.command;

import org.jspecify.annotations.NullMarked;
