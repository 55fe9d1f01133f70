package org.tsurutus.bench.click.draw;

import tools.jackson.databind.JsonNode;

/// What the browser made of a plan.
///
/// @param png the picture
/// @param told its panels, controls and which are intended
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Drawing(byte[] png, JsonNode told) {}
