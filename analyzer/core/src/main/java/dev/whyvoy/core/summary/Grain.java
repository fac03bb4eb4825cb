package dev.whyvoy.core.summary;

/** How much of a signature is kept; each grain is coarser than the one before it. */
public enum Grain {
  /** All of it. */
  FULL,
  /** Status, flags, name of the details, cluster: no arguments of messages. */
  NO_ARGUMENTS,
  /** Status, flags and name of the details. */
  KINDS,
  /** Status and flags. */
  CODE_AND_FLAGS,
  /** Class of the status alone. */
  CODE;

  Grain coarser() {
    return values()[Math.min(ordinal() + 1, CODE.ordinal())];
  }

  static Grain coarsest(Grain a, Grain b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
