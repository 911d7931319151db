/** The template that puts the workflow into an account of AWS. */
@NullMarked
package dev.riderphotos.app.serverless;

import org.jspecify.annotations.NullMarked;
