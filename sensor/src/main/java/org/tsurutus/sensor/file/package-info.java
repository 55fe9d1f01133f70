/// The contents of files: facts known beforehand, facts learned during the run, bytes kept by hash.
@NullMarked
package org.tsurutus.sensor.file;

import org.jspecify.annotations.NullMarked;
