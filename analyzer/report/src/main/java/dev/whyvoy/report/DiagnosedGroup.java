package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of like failures with what they mean.
 *
 * @param finding null when nothing known fits
 */
record DiagnosedGroup(Group group, @Nullable Finding finding) {
  List<RankedCause> causes() {
    return finding == null ? List.of() : finding.causes();
  }

  List<String> samples() {
    return group.detail().map(Detail::lines).orElse(List.of());
  }

  /** Status and flags as logged. */
  String said() {
    return (value(Field.RESPONSE_CODE) + " " + value(Field.RESPONSE_FLAGS)).strip();
  }

  String value(Field field) {
    return group.signature().value(field).orElse("");
  }
}
