/// Whether the signature inside a PE file (Authenticode) holds, and who made it.
///
/// What is not looked at: revocation lists, catalogues (Windows also trusts files whose hash stands
/// in a signed `.cat` file; here they have no signature), page hashes (the hash of the whole file
/// covers what they cover), and signatures nested in the first, which are counted. Certificates
/// signed with MD5 or with keys below 1,024 bits are refused, as Java refuses them everywhere.
@NullMarked
package org.tsurutus.windows.signature;

import org.jspecify.annotations.NullMarked;
