/// What a guest is made of and how it is built: packages, kernel, root disk, start files. Every
/// artefact is kept outside the checkout under a hash of its inputs.
@NullMarked
package org.tsurutus.farm.image;

import org.jspecify.annotations.NullMarked;
