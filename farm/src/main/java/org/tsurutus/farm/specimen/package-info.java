/// What may be run: a file from the host becomes a specimen with a kind, a safe name and a command
/// line, or is refused in one clear line before any PC is leased.
///
/// Start with [org.tsurutus.farm.specimen.SpecimenFile], then
/// [org.tsurutus.farm.specimen.StartPlan].
@NullMarked
package org.tsurutus.farm.specimen;

import org.jspecify.annotations.NullMarked;
