/** Forms, as browsers and programs of all kinds send them. */
@NullMarked
package dev.riderphotos.web.form;

import org.jspecify.annotations.NullMarked;
