/** From inputs to blocks of whole lines: files, standard input, compressed or not. */
@NullMarked
package dev.whyvoy.core.source;

import org.jspecify.annotations.NullMarked;
