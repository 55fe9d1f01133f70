package org.tsurutus.disk.store;

import java.nio.file.Path;
import org.tsurutus.disk.ImageFormat;

/// How a machine or a target gets at a disk.
///
/// @param path a file or a block device
/// @param format what is to be found there: a raw one serves QEMU, LIO and tgt, a qcow2 one QEMU
///   alone
public record Attachment(Path path, ImageFormat format) {}
