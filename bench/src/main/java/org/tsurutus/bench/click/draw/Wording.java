package org.tsurutus.bench.click.draw;

import java.util.List;
import java.util.Map;

/// What stands on a frame.
///
/// @param words all strings of the language by key
/// @param names what stands for `{program}` and the like
/// @param sentences what documents and licences are made of
/// @param programs titles of windows and icons
/// @param files names in lists
/// @param people names of users and senders
/// @param tabs names on ribbons
record Wording(
        Map<String, String> words,
        Map<String, String> names,
        List<String> sentences,
        List<String> programs,
        List<String> files,
        List<String> people,
        List<String> tabs) {}
