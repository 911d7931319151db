@NullMarked
package dev.riderphotos.aws.secrets;

import org.jspecify.annotations.NullMarked;
