package org.tsurutus.disk.evidence;

/// Neighbouring clusters of a file of NTFS, counted from the volume's start.
record NtfsRun(long cluster, long clusters) {}
