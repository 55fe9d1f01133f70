package org.tsurutus.sensor.fact;

/// Which file of the guest: the numbers that `stat` calls `st_dev` and `st_ino`. An inode's number
/// is used again when its file is gone.
public record FileId(long device, long inode) {}
