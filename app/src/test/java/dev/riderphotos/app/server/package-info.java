@NullMarked
package dev.riderphotos.app.server;

import org.jspecify.annotations.NullMarked;
