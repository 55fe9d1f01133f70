package org.tsurutus.farm.run;

import java.nio.file.Path;

/// What a run keeps of one of its PCs. The first PC's is the run's own directory; each further PC
/// has one of the same shape below `pcs/`, named for the computer.
///
/// @param path the folder
public record PcFolder(Path path) {
    /// `clicks.jsonl`, one line for every click.
    public Path clicks() {
        return path.resolve("clicks.jsonl");
    }

    /// `screens/`, the pictures that clicks and reports refer to.
    public Path screens() {
        return path.resolve("screens");
    }

    /// `raw/`, what the PC's part of the log was made from.
    public RawFolder raw() {
        return new RawFolder(path.resolve("raw"));
    }

    /// `raw/part.log`, the PC's own part of the log of a run of several PCs.
    public Path part() {
        return raw().path().resolve("part.log");
    }

    /// `disk/`, sectors before and after.
    public Path disk() {
        return path.resolve("disk");
    }
}
