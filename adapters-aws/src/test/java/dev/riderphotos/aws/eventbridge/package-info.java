@NullMarked
package dev.riderphotos.aws.eventbridge;

import org.jspecify.annotations.NullMarked;
