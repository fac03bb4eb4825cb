@NullMarked
package dev.whyvoy.bench;

import org.jspecify.annotations.NullMarked;
