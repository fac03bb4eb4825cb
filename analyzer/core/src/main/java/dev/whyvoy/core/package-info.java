@NullMarked
package dev.whyvoy.core;

import org.jspecify.annotations.NullMarked;
