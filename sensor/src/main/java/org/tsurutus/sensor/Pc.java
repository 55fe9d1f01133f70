package org.tsurutus.sensor;

import java.time.ZoneOffset;
import java.util.List;

/// The PC as every record of its log names it.
///
/// @param com the computer's name
/// @param domain its domain or workgroup
/// @param profile the policy profile
/// @param tmid the terminal's identity, a GUID in lower case without braces
/// @param csid the computer's SID
/// @param ip addresses, IPv4 before IPv6
/// @param mac the network card, lower case with colons
/// @param user who is logged on
/// @param userDomain the domain of that account
/// @param locale such as `en-US`
/// @param zone of the terminal's clock
/// @param driveC the unix directory of drive `C:` with a closing slash, such as `/wine/drive_c/`
public record Pc(
        String com,
        String domain,
        String profile,
        String tmid,
        String csid,
        List<String> ip,
        String mac,
        String user,
        String userDomain,
        String locale,
        ZoneOffset zone,
        String driveC) {

    public Pc {
        ip = List.copyOf(ip);
        if (!driveC.startsWith("/") || !driveC.endsWith("/") || driveC.length() < 2) {
            throw new SensorException(
                    "drive C: is a unix directory such as /wine/drive_c/, not \"" + driveC + "\"");
        }
    }
}
