package org.tsurutus.disk.evidence;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a stretch of a disk is.
public sealed interface DiskStructure {
    /// Its name in logs: lower-case words joined by hyphens; where a sector holds several things,
    /// those that are meant joined by `+`.
    String label();

    /// Sector 0.
    ///
    /// @param parts which of its parts are meant, never none
    record MasterBootRecord(Set<BootRecordPart> parts) implements DiskStructure {
        public MasterBootRecord {
            parts = Set.copyOf(parts);
        }

        @Override
        public String label() {
            return new TreeSet<>(parts)
                    .stream().map(BootRecordPart::label).collect(Collectors.joining("+"));
        }
    }

    /// The head of a logical drive inside an extended partition.
    record ExtendedBootRecord() implements DiskStructure {
        @Override
        public String label() {
            return "extended-boot-record";
        }
    }

    /// The head of a GUID partition table.
    record GptHeader(Copy copy) implements DiskStructure {
        @Override
        public String label() {
            return copy.name("gpt", "header");
        }
    }

    /// The entries of a GUID partition table.
    record GptEntries(Copy copy) implements DiskStructure {
        @Override
        public String label() {
            return copy.name("gpt", "entries");
        }
    }

    /// The first sectors of a volume, or their copy further back.
    record BootSector(Copy copy) implements DiskStructure {
        @Override
        public String label() {
            return copy.name("", "boot-sector");
        }
    }

    /// One of NTFS' files that hold the volume together.
    record NtfsFile(NtfsSystemFile file) implements DiskStructure {
        @Override
        public String label() {
            return file.label();
        }
    }

    /// What says which clusters of a FAT or exFAT volume follow each other.
    record FileAllocationTable() implements DiskStructure {
        @Override
        public String label() {
            return "file-allocation-table";
        }
    }

    /// Any other sector of a volume.
    record VolumeData() implements DiskStructure {
        @Override
        public String label() {
            return "volume-data";
        }
    }

    /// Between partitions, or before the first one.
    record Slack() implements DiskStructure {
        @Override
        public String label() {
            return "slack";
        }
    }

    /// Behind the last partition; all but sector 0 of a disk without any.
    record Unpartitioned() implements DiskStructure {
        @Override
        public String label() {
            return "unpartitioned";
        }
    }

    /// Which of two copies.
    enum Copy {
        PRIMARY,
        BACKUP;

        private String name(String family, String thing) {
            String prefix = family.isEmpty() ? "" : family + "-";
            return switch (this) {
                case PRIMARY -> prefix + thing;
                case BACKUP -> prefix + "backup-" + thing;
            };
        }
    }
}
