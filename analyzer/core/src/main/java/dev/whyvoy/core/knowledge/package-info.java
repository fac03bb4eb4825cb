/**
 * What whyvoy knows about Envoy: messages, diagnoses, causes and code paths; read from YAML,
 * compiled to one resource.
 */
@NullMarked
package dev.whyvoy.core.knowledge;

import org.jspecify.annotations.NullMarked;
