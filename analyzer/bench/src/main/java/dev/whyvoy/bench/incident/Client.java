package dev.whyvoy.bench.incident;

/** Who sends requests: a pod or a machine, by its address. */
record Client(String address, String userAgent) {}
