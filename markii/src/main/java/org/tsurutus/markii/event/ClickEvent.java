package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=screen subEvt=click`, this project's own: the lab's clicker worked a control on the screen.
///
/// @param panel what the control was on, `dialog`
/// @param control what kind it was, `button`
/// @param label what was read on it
/// @param how how it was worked, `click` or `Enter`
/// @param typed what was typed into it
/// @param effect `changed` or `none`
/// @param reactionMillis milliseconds from the press to the first change of the screen
public record ClickEvent(
        MarkIIRecord record,
        Optional<String> panel,
        Optional<String> control,
        Optional<String> label,
        Optional<String> how,
        Optional<String> typed,
        Optional<String> effect,
        OptionalLong reactionMillis)
        implements Event {}
