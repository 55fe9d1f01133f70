/// Thin snapshots of the kernel's device mapper, asked for by ioctl: no program is started where a
/// PC waits.
///
/// Start with [org.tsurutus.disk.mapper.ThinPool]; below it lie
/// [org.tsurutus.disk.mapper.VolumeGroup] (names and device nodes) and
/// [org.tsurutus.disk.mapper.DeviceMapper] (the ioctls). Whatever needs privileges goes through
/// [org.tsurutus.disk.mapper.Actions].
@NullMarked
package org.tsurutus.disk.mapper;

import org.jspecify.annotations.NullMarked;
