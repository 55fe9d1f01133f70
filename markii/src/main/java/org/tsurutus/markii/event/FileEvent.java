package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=file`: files and folders.
public sealed interface FileEvent extends Event {

    /// The file or folder acted upon; of a copy or a new name, where it came from.
    default FileLocation target() {
        return new Fields(record()).location("path", "mntFld", "drvType");
    }

    /// What is known of the content of [#target]; nothing for folders.
    default Image image() {
        return Image.of(new Fields(record()));
    }

    /// `close`: a file was closed after reading or writing.
    ///
    /// @param read bytes read since it was opened
    /// @param written bytes written since it was opened
    /// @param executable whether it is a portable executable
    /// @param created whether the opening that ends here made the file
    /// @param began when the operation began
    record Close(
            MarkIIRecord record,
            OptionalLong read,
            OptionalLong written,
            Optional<Boolean> executable,
            Optional<Boolean> created,
            Optional<AssumedTime> began)
            implements FileEvent {}

    /// `create`, `createDir`: a new file or folder.
    record Create(MarkIIRecord record, boolean folder) implements FileEvent {}

    /// `del`, `delDir`: a file or folder was deleted.
    record Delete(MarkIIRecord record, boolean folder) implements FileEvent {}

    /// `rename`, `renameDir`: a file or folder got a new name or place.
    record Rename(MarkIIRecord record, boolean folder, FileLocation destination)
            implements FileEvent {}

    /// `copy`: a file was copied.
    record Copy(MarkIIRecord record, FileLocation destination) implements FileEvent {}

    /// `chgAttr`: a file's attributes changed.
    ///
    /// @param hidden whether it is hidden now
    record ChangeAttributes(MarkIIRecord record, Optional<Boolean> hidden) implements FileEvent {}

    /// `unblock`, `enableMacro`: a file is trusted from now on.
    record Trust(MarkIIRecord record, TrustAct act) implements FileEvent {}

    /// `download`, `upload`, `impWPD`, `expWPD`, `renameWPD`, `delWPD`: a file passed the border of
    /// the computer, or one beyond it was changed.
    record Transfer(MarkIIRecord record, TransferAct act) implements FileEvent {}

    /// How a file came to be trusted.
    enum TrustAct implements SubEvent {
        /// Its mark of the web was taken off.
        UNBLOCK("unblock"),
        /// Its macros were enabled.
        ENABLE_MACROS("enableMacro");

        private final String subEvent;

        TrustAct(String subEvent) {
            this.subEvent = subEvent;
        }

        @Override
        public String subEvent() {
            return subEvent;
        }
    }

    /// How a file passed the border.
    enum TransferAct implements SubEvent {
        /// A browser downloaded it.
        DOWNLOAD("download"),
        /// A browser uploaded it.
        UPLOAD("upload"),
        /// It came from a portable device.
        IMPORT("impWPD"),
        /// It went to a portable device.
        EXPORT("expWPD"),
        /// It was renamed on a portable device.
        RENAME_ON_DEVICE("renameWPD"),
        /// It was deleted on a portable device.
        DELETE_ON_DEVICE("delWPD");

        private final String subEvent;

        TransferAct(String subEvent) {
            this.subEvent = subEvent;
        }

        @Override
        public String subEvent() {
            return subEvent;
        }
    }
}
