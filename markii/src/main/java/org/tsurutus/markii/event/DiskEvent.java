package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=disk subEvt=write`, this project's own: sectors of a disk differ from before, written past
/// the file system.
///
/// @param device the disk, `\\.\PhysicalDrive0`
/// @param firstSector counted from 0
/// @param sectors how many, of 512 bytes each
/// @param oldSha256 hash of these sectors before, in lower-case hexadecimal digits
/// @param newSha256 hash of these sectors after
/// @param structure what these sectors were before, such as `mbr-code` or `ntfs-mft`
public record DiskEvent(
        MarkIIRecord record,
        Optional<String> device,
        OptionalLong firstSector,
        OptionalLong sectors,
        Optional<String> oldSha256,
        Optional<String> newSha256,
        Optional<String> structure)
        implements Event {}
