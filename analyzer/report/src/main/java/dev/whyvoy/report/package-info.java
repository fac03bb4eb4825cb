@NullMarked
package dev.whyvoy.report;

import org.jspecify.annotations.NullMarked;
