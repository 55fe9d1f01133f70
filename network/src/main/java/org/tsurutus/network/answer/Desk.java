package org.tsurutus.network.answer;

import java.time.InstantSource;

/// What answers are made of.
///
/// @param log tells them
/// @param script says what is answered otherwise than usual
/// @param names who is called what
/// @param dns answers questions about names
/// @param authority says who we are
/// @param clock what time it is
record Desk(
        AnswerLog log,
        AnswerScript script,
        DnsNames names,
        DnsAnswers dns,
        CertificateAuthority authority,
        InstantSource clock) {}
