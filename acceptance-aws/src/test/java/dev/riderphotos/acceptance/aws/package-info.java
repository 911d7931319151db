@NullMarked
package dev.riderphotos.acceptance.aws;

import org.jspecify.annotations.NullMarked;
