/** The command line: commands, options, the terminal and exit codes. */
@NullMarked
package dev.whyvoy.cli;

import org.jspecify.annotations.NullMarked;
