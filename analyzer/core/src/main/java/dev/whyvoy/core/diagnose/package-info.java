/** From facts to findings: conditions, diagnoses, ranked causes, certainty and code path. */
@NullMarked
package dev.whyvoy.core.diagnose;

import org.jspecify.annotations.NullMarked;
