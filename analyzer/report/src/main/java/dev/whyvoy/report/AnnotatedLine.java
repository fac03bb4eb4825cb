package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log with what it means.
 *
 * @param source name of the input
 * @param number of the line in its input, from 1
 * @param text the line as read
 * @param cells of the row, if the input is a table; otherwise empty
 * @param fields of the record, absent ones left out; empty unless it is one
 * @param finding null if nothing failed, or nothing known fits
 */
public record AnnotatedLine(
    String source,
    long number,
    LineKind kind,
    String text,
    List<String> cells,
    Map<Field, String> fields,
    @Nullable Finding finding) {}
