/// One run as one page: `report.html`, which needs nothing beside it and runs nothing but the
/// player of its screencast.
///
/// Start with [org.tsurutus.app.report.ReportPage]. The records of this package hold text that is
/// ready to be shown: control characters and characters that turn the reading direction are visible
/// ([ShownText]); the templates in `src/main/jte/report` escape it for HTML.
@NullMarked
package org.tsurutus.app.report;

import org.jspecify.annotations.NullMarked;
