package org.tsurutus.sensor.wine;

/// What a handle stands for; handles to anything else are not kept.
sealed interface HandleTarget
        permits HandleTarget.Key,
                HandleTarget.OtherProcess,
                HandleTarget.OtherThread,
                HandleTarget.Image,
                OpenFile {

    /// How many characters of names this keeps.
    int characters();

    /// A registry key by its full path.
    record Key(String path) implements HandleTarget {
        @Override
        public int characters() {
            return path.length();
        }
    }

    /// A process, perhaps the holder itself.
    record OtherProcess(WineProcess process) implements HandleTarget {
        @Override
        public int characters() {
            return 0;
        }
    }

    /// A thread of another process, perhaps of the holder itself.
    record OtherThread(WineProcess process) implements HandleTarget {
        @Override
        public int characters() {
            return 0;
        }
    }

    /// A mapping of an image file.
    record Image(String ntPath) implements HandleTarget {
        @Override
        public int characters() {
            return ntPath.length();
        }
    }
}
