/**
 * Renderers: from what was found to text, JSON, CSV and Markdown. Knows no terminal and no files.
 */
@NullMarked
package dev.whyvoy.report;

import org.jspecify.annotations.NullMarked;
