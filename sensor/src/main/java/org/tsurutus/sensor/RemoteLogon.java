package org.tsurutus.sensor;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A logon over the LAN, as the server of shares or the service host told of it in a note.
///
/// @param account as the other PC gave it
/// @param computer what the other PC calls itself; empty where it did not say
/// @param address of the other PC
/// @param port of the other PC
/// @param failure why it was refused; empty where it was not
record RemoteLogon(
        String account, String computer, String address, int port, Optional<String> failure) {
    static final String SHARES = "smb ";
    static final String SERVICE_HOST = "remote ";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 256;
    private static final Pattern SOCKET =
            Pattern.compile("ipv[46]:([0-9a-fA-F.:]{2,45}):([0-9]{1,5})");
    private static final Pattern HOST_WORDS =
            Pattern.compile(
                    "remote (logon|refused) (?:service|task|wmi) [0-9]{1,10} ([0-9.]{7,15}) ([0-9]{1,5}) (.{1,64})");

    /// What Windows says of a wrong name as well as of a wrong password.
    private static final String UNKNOWN = "Unknown user name or bad password.";

    private static final Set<String> UNKNOWN_STATUSES =
            Set.of("NT_STATUS_WRONG_PASSWORD", "NT_STATUS_NO_SUCH_USER", "NT_STATUS_LOGON_FAILURE");

    /// Reads a note of the server of shares (Samba's `auth_json_audit`) or of the service host;
    /// empty where it tells of no logon, or is broken.
    static Optional<RemoteLogon> read(String note) {
        return note.startsWith(SHARES)
                ? ofShares(note.substring(SHARES.length()))
                : ofServiceHost(note);
    }

    private static Optional<RemoteLogon> ofServiceHost(String note) {
        Matcher words = HOST_WORDS.matcher(note);
        if (!words.matches()) {
            return Optional.empty();
        }
        Optional<String> failure =
                words.group(1).equals("refused") ? Optional.of(UNKNOWN) : Optional.empty();
        int port = Integer.parseInt(words.group(3));
        return Optional.of(new RemoteLogon(words.group(4), "", words.group(2), port, failure));
    }

    private static Optional<RemoteLogon> ofShares(String json) {
        try {
            JsonNode said = JSON.readTree(json).path("Authentication");
            Matcher remote = SOCKET.matcher(text(said, "remoteAddress"));
            if (!remote.matches()) {
                return Optional.empty();
            }
            String status = text(said, "status");
            String why = UNKNOWN_STATUSES.contains(status) ? UNKNOWN : status;
            return Optional.of(
                    new RemoteLogon(
                            text(said, "clientAccount"),
                            text(said, "workstation"),
                            remote.group(1),
                            Integer.parseInt(remote.group(2)),
                            status.equals("NT_STATUS_OK") ? Optional.empty() : Optional.of(why)));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// The other PC chose the text.
    private static String text(JsonNode said, String key) {
        String text = said.path(key).asString("");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
