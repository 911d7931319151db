@NullMarked
package dev.riderphotos.webhooks;

import org.jspecify.annotations.NullMarked;
