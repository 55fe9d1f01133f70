package org.tsurutus.app;

import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the names of disks, golden images and checkpoints.
final class DiskNames implements ITypeConverter<DiskName> {
    @Override
    public DiskName convert(String text) {
        try {
            return new DiskName(text);
        } catch (DiskException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
