/** Word to riders by SES. */
@NullMarked
package dev.riderphotos.aws.ses;

import org.jspecify.annotations.NullMarked;
