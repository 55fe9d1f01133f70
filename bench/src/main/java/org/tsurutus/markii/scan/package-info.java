/// Benchmarks that look inside the scan of `markii`, in its package because that is not public.
@NullMarked
package org.tsurutus.markii.scan;

import org.jspecify.annotations.NullMarked;
