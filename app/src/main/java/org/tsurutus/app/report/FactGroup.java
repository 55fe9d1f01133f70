package org.tsurutus.app.report;

import java.util.List;

/// Facts that belong together, under a title.
record FactGroup(String title, List<Fact> facts) {}
