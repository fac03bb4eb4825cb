@NullMarked
package dev.whyvoy.grammar;

import org.jspecify.annotations.NullMarked;
