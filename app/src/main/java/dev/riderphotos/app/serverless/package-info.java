/** Puts the workflow into an account of AWS and takes it out again, by way of the AWS CLI. */
@NullMarked
package dev.riderphotos.app.serverless;

import org.jspecify.annotations.NullMarked;
