package dev.riderphotos.aws.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is given an {@link Aws}, as a parameter of its constructor or method. Which one, the
 * build says: the same tests are run on each.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("aws")
@ExtendWith(AwsExtension.class)
public @interface OnAws {}
