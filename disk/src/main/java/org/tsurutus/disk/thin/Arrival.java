package org.tsurutus.disk.thin;

/// A golden image that is being imported.
///
/// @param thin its number in the pool
/// @param process the process that imports it
record Arrival(String name, int thin, long process) {
    boolean isAbandoned() {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }
}
