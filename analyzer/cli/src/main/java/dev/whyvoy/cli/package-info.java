@NullMarked
package dev.whyvoy.cli;

import org.jspecify.annotations.NullMarked;
