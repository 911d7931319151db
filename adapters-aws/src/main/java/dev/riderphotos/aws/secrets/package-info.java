/** The signing secret in Secrets Manager. */
@NullMarked
package dev.riderphotos.aws.secrets;

import org.jspecify.annotations.NullMarked;
