/** Executions run by AWS Step Functions. */
@NullMarked
package dev.riderphotos.aws.stepfunctions;

import org.jspecify.annotations.NullMarked;
