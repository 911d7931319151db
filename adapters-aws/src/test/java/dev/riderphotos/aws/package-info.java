/** The adapters for AWS keep the contracts, and what else they promise. */
@NullMarked
package dev.riderphotos.aws;

import org.jspecify.annotations.NullMarked;
