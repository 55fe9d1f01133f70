/// Who is there when a specimen runs: the PCs of a run, what lies on them, who may log on where and
/// what they can reach. Start with [Scenario]; people write it as TOML, which [ScenarioFile] reads.
@NullMarked
package org.tsurutus.farm.scenario;

import org.jspecify.annotations.NullMarked;
