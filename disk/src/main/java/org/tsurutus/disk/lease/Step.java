package org.tsurutus.disk.lease;

/// What the journal has a line before and after.
enum Step {
    /// Making a disk, if it is not there.
    PREPARE,
    /// Reading it back.
    VERIFY,
    /// Giving it to a run.
    LEASE,
    /// Taking it from the run.
    RETURN,
    ROLL_BACK,
    /// Taking over what a dead controller left.
    RECOVER,
    /// A person lets a quarantined disk go.
    PARDON,
    DELETE
}
