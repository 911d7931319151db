@NullMarked
package dev.riderphotos.web.form;

import org.jspecify.annotations.NullMarked;
