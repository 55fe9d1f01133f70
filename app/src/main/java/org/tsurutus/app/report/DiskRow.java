package org.tsurutus.app.report;

import org.tsurutus.markii.MarkIIRecord;

/// One run of sectors that was changed beside the file system.
record DiskRow(
        String process, String device, String sector, String sectors, String before, String after) {
    static DiskRow of(MarkIIRecord record, String process) {
        return new DiskRow(
                process,
                ShownText.of(record.value("path", "")),
                ShownText.of(record.value("lba", "")),
                ShownText.of(record.value("sectors", "")),
                ShownText.of(record.value("oldSha256", "")),
                ShownText.of(record.value("newSha256", "")));
    }
}
