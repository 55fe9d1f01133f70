package org.tsurutus.disk.qcow;

import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.store.Canary;

/// What a store keeps of a golden image beside the image.
///
/// @param image the absolute path of the file
/// @param size of the disk in bytes
record GoldenFile(String image, ImageFormat format, long size, Canary canary) {}
