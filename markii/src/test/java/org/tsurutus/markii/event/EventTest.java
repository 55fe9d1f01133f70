package org.tsurutus.markii.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.markii.event.EventLines.event;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.vocabulary.EventKind;
import org.tsurutus.markii.vocabulary.ValueType;
import org.tsurutus.markii.vocabulary.Vocabulary;

class EventTest {
    @Test
    void everyEventKnowsItsTerminalItsSessionAndItsProcess() {
        Event event =
                event(
                        "loc=ja-JP type=ITM2 sn=20612 lv=5 evt=ps subEvt=stop os=Win com=\"MWC01\""
                                + " domain=\"WORKGROUP\" profile=\"MWCtest\""
                                + " tmid=e4009d1d-9311-4249-9487-a373cde7192c"
                                + " csid=S-1-5-21-3463664321-2923530833-3546627382"
                                + " ip=172.31.48.118,fe80::5992:af4e:8c90:5591 mac=06:4d:00:f9:a6:d5"
                                + " rcCom=\"DESKTOP\" rcIP=10.0.0.9 usr=\"admin1\" usrDomain=\"MWC01\""
                                + " sessionID=2 psGUID={4EEBA2F1-FB65-42BF-A258-4121E64FB1D7}"
                                + " psPath=\"C:\\a.exe\"");

        assertThat(event.time()).isEqualTo(OffsetDateTime.parse("2017-06-16T13:13:13.890+09:00"));
        assertThat(event.serial()).hasValue(20612);
        assertThat(event.kind()).map(EventKind::name).contains("ps/stop");
        assertThat(event.terminal())
                .isEqualTo(
                        new Terminal(
                                Optional.of(
                                        UUID.fromString("e4009d1d-9311-4249-9487-a373cde7192c")),
                                Optional.of("MWC01"),
                                Optional.of("WORKGROUP"),
                                Optional.of("S-1-5-21-3463664321-2923530833-3546627382"),
                                List.of("172.31.48.118", "fe80::5992:af4e:8c90:5591"),
                                List.of("06:4d:00:f9:a6:d5"),
                                Optional.of("MWCtest"),
                                Optional.of("ja-JP"),
                                Optional.of("Win")));
        assertThat(event.session())
                .isEqualTo(
                        new Session(
                                new Account(Optional.of("admin1"), Optional.of("MWC01")),
                                OptionalLong.of(2),
                                Optional.of("DESKTOP"),
                                Optional.of("10.0.0.9")));
        assertThat(event.process())
                .isEqualTo(
                        new ProcessReference(
                                Optional.of(
                                        UUID.fromString("4eeba2f1-fb65-42bf-a258-4121e64fb1d7")),
                                Optional.of("C:\\a.exe")));
        assertThat(event.problems()).isEmpty();
    }

    @Test
    void anAlertHasItsSeverity() {
        assertThat(event("lv=7 alert=1163 alertClass=risk rs=21 trs=429 rf=C34:L29").severity())
                .isEqualTo(
                        new Severity(
                                OptionalLong.of(7),
                                OptionalLong.of(1163),
                                Optional.of("risk"),
                                OptionalLong.of(21),
                                OptionalLong.of(429),
                                List.of("C34", "L29")));
    }

    @Test
    void aValueOfAnotherTypeIsEmptyNamedAndKept() {
        Event event = event("sn=x lv=5 evt=file subEvt=close size=1e3 path=\"\" pe=yes new=1");

        assertThat(event.serial()).isEmpty();
        assertThat(((FileEvent.Close) event).executable()).isEmpty();
        assertThat(((FileEvent.Close) event).created()).contains(true);
        assertThat(((FileEvent.Close) event).image().size()).isEmpty();
        assertThat(event.problems())
                .containsExactly(
                        new Problem("sn", "x", ValueType.UNSIGNED),
                        new Problem("size", "1e3", ValueType.UNSIGNED),
                        new Problem("pe", "yes", ValueType.FLAG));
        assertThat(event.record().value("size")).contains("1e3");
    }

    @Test
    void aKeyInOtherLettersIsUnderstood() {
        Event event = event("evt=ps subEvt=run sessionId=2 psuser=\"a\"");

        assertThat(event.session().id()).hasValue(2);
        assertThat(((ProcessEvent.Run) event).invocation().account().user()).contains("a");
        assertThat(event("sessionId=x").problems())
                .containsExactly(new Problem("sessionId", "x", ValueType.INTEGER));
    }

    @Test
    void whatIsUnknownOrKnownByNameOnlyIsOther() {
        assertThat(event("evt=ps subEvt=jump").kind()).isEmpty();
        for (String fields :
                List.of(
                        "a=1",
                        "evt=ps",
                        "evt=ps subEvt=jump",
                        "evt=windowsDefender subEvt=x",
                        "evt=PS subEvt=start")) {
            assertThat(event(fields)).as(fields).isInstanceOf(Other.class);
        }

        Set<String> others = new TreeSet<>();
        for (EventKind kind : Vocabulary.kinds()) {
            if (event("evt=" + kind.event() + " subEvt=" + kind.subEvent()) instanceof Other) {
                others.add(kind.name());
            }
        }
        assertThat(others)
                .containsExactly(
                        "file/open",
                        "file/write",
                        "net/chgSSID",
                        "net/dnsQuery",
                        "net/login",
                        "net/lsn",
                        "net/mailRecv",
                        "net/mailSend");
    }

    @Test
    void aSwitchOverTheFamiliesIsComplete() {
        Event event = event("evt=disk subEvt=write");
        String family =
                switch (event) {
                    case ProcessEvent _ -> "process";
                    case FileEvent _ -> "file";
                    case RegistryEvent _ -> "registry";
                    case NetworkEvent _ -> "network";
                    case SessionEvent _,
                            WindowEvent _,
                            ClipboardEvent _,
                            PowerShellEvent _,
                            WmiEvent _ ->
                            "user";
                    case SystemEvent _, OsEvent _, DeviceEvent _, DefenderEvent _, PrintEvent _ ->
                            "system";
                    case DiskEvent _ -> "disk";
                    case ClickEvent _ -> "click";
                    case Other _ -> "other";
                };

        assertThat(family).isEqualTo("disk");
    }

    @Test
    void theRecordItselfStaysReachable() {
        MarkIIRecord record =
                new MarkIIRecord(
                        OffsetDateTime.parse("2022-12-31T23:59:59.007+09:00"),
                        List.of(
                                new Field("evt", "reg", false),
                                new Field("subEvt", "create", true)));

        assertThat(Event.of(record).record()).isSameAs(record);
    }
}
