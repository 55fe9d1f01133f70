package org.tsurutus.markii.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.markii.event.EventLines.event;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.vocabulary.NamedNumber;

class EventFamiliesTest {
    private static final UUID GUID = UUID.fromString("4eeba2f1-fb65-42bf-a258-4121e64fb1d7");

    @Test
    void aProcessThatStarts() {
        ProcessEvent.Start start =
                (ProcessEvent.Start)
                        event(
                                "evt=ps subEvt=start psPath=\"C:\\p.exe\" cmd=\"027cc.dll #1\""
                                        + " psID=3500 parentGUID={4EEBA2F1-FB65-42BF-A258-4121E64FB1D7}"
                                        + " parentPath=\"C:\\cmd.exe\" psUser=\"admin1\""
                                        + " psDomain=\"MWC01\" arc=x86"
                                        + " md5=C6489016000000000000000000000000 fileDesc=\"d\""
                                        + " crTime=\"06/16/2017 13:13:13.890\" size=45056 sig=Invalid"
                                        + " signer=\"Microsoft\" cerSN=\"33 0A\""
                                        + " validTo=\"07/04/2018 05:45:50\"");

        assertThat(start.invocation())
                .isEqualTo(
                        new Invocation(
                                Optional.of("027cc.dll #1"),
                                OptionalLong.of(3500),
                                new ProcessReference(Optional.of(GUID), Optional.of("C:\\cmd.exe")),
                                new Account(Optional.of("admin1"), Optional.of("MWC01"))));
        Image image = start.image();
        assertThat(image.architecture()).contains("x86");
        assertThat(image.hashes())
                .isEqualTo(
                        new Hashes(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("c6489016000000000000000000000000")));
        assertThat(image.size()).hasValue(45056);
        assertThat(image.version().description()).contains("d");
        assertThat(image.signature().state()).contains("Invalid");
        assertThat(image.signature().signer()).contains("Microsoft");
        assertThat(image.signature().serial()).contains("33 0a");
        assertThat(image.signature().validTo().map(AssumedTime::instant))
                .contains(Instant.parse("2018-07-03T20:45:50Z"));
        assertThat(image.times().modified()).isEmpty();
        assertThat(image.times().created())
                .contains(
                        new AssumedTime(
                                Instant.parse("2017-06-16T04:13:13.890Z"),
                                ZoneOffset.ofHours(9),
                                LocalDateTime.parse("2017-06-16T13:13:13.890")));
    }

    @Test
    void aProcessThatStopsOrReachesIntoAnother() {
        ProcessEvent.Stop stop =
                (ProcessEvent.Stop) event("evt=ps subEvt=stop sTime=\"06/16/2017 13:13:12.000\"");
        ProcessEvent.Inject inject =
                (ProcessEvent.Inject)
                        event(
                                "evt=ps subEvt=guardInject api=OpenProcess"
                                        + " tpsGUID="
                                        + EventLines.GUID
                                        + " tpsPath=\"C:\\lsass.exe\"");

        assertThat(stop.started().map(AssumedTime::instant))
                .contains(Instant.parse("2017-06-16T04:13:12Z"));
        assertThat(inject.blocked()).isTrue();
        assertThat(inject.function()).contains("OpenProcess");
        assertThat(inject.target())
                .isEqualTo(new ProcessReference(Optional.of(GUID), Optional.of("C:\\lsass.exe")));
        assertThat(event("evt=ps subEvt=inject"))
                .isInstanceOfSatisfying(
                        ProcessEvent.Inject.class, seen -> assertThat(seen.blocked()).isFalse());
    }

    @Test
    void aFileThatIsClosedOrCopied() {
        FileEvent.Close close =
                (FileEvent.Close)
                        event(
                                "evt=file subEvt=close path=\"\\\\h\\c$\\a\" mntFld=\"\\\\h\\c$\""
                                        + " drvType=Net read=0 write=362360 pe=1 new=0");
        FileEvent.Copy copy =
                (FileEvent.Copy)
                        event(
                                "evt=file subEvt=copy path=\"C:\\a\" drvType=HDD"
                                        + " dstMntFld=\"\\\\h\\c$\" dstPath=\"\\\\h\\c$\\a\""
                                        + " dstDrv=Net");

        FileLocation onTheShare =
                new FileLocation(
                        Optional.of("\\\\h\\c$\\a"), Optional.of("\\\\h\\c$"), Optional.of("Net"));
        assertThat(close.target()).isEqualTo(onTheShare);
        assertThat(close.read()).hasValue(0);
        assertThat(close.written()).hasValue(362360);
        assertThat(close.executable()).contains(true);
        assertThat(close.created()).contains(false);
        assertThat(copy.target().path()).contains("C:\\a");
        assertThat(copy.destination()).isEqualTo(onTheShare);
    }

    @Test
    void filesAndFoldersDifferInOneFlag() {
        assertThat(event("evt=file subEvt=createDir"))
                .isEqualTo(new FileEvent.Create(event("evt=file subEvt=createDir").record(), true));
        assertThat(event("evt=file subEvt=del"))
                .isInstanceOfSatisfying(
                        FileEvent.Delete.class, deleted -> assertThat(deleted.folder()).isFalse());
        assertThat(event("evt=file subEvt=renameDir dstPath=\"C:\\b\""))
                .isInstanceOfSatisfying(
                        FileEvent.Rename.class,
                        renamed -> {
                            assertThat(renamed.folder()).isTrue();
                            assertThat(renamed.destination().path()).contains("C:\\b");
                        });
        assertThat(event("evt=file subEvt=chgAttr hide=1"))
                .isInstanceOfSatisfying(
                        FileEvent.ChangeAttributes.class,
                        changed -> assertThat(changed.hidden()).contains(true));
        assertThat(event("evt=file subEvt=expWPD"))
                .isInstanceOfSatisfying(
                        FileEvent.Transfer.class,
                        moved -> assertThat(moved.act()).isEqualTo(FileEvent.TransferAct.EXPORT));
        assertThat(event("evt=file subEvt=unblock"))
                .isInstanceOfSatisfying(
                        FileEvent.Trust.class,
                        trusted -> assertThat(trusted.act()).isEqualTo(FileEvent.TrustAct.UNBLOCK));
    }

    @Test
    void aRegistryValueThatIsSet() {
        RegistryEvent.SetValue set =
                (RegistryEvent.SetValue)
                        event(
                                "evt=reg subEvt=setVal path=\"HKEY_LOCAL_MACHINE\\S\" entry=\"n\""
                                        + " valType=REG_QWORD valSize=8"
                                        + " valNum=18446744073709551615");

        assertThat(set.path()).contains("HKEY_LOCAL_MACHINE\\S");
        assertThat(set.entry()).contains("n");
        assertThat(set.value())
                .isEqualTo(
                        new RegistryValue(
                                Optional.of("REG_QWORD"),
                                OptionalLong.of(8),
                                Optional.empty(),
                                Optional.of(new BigInteger("18446744073709551615")),
                                Optional.empty()));
        assertThat(event("evt=reg subEvt=delKey"))
                .isInstanceOfSatisfying(
                        RegistryEvent.Key.class,
                        key -> assertThat(key.act()).isEqualTo(RegistryEvent.KeyAct.DELETE));
        assertThat(event("evt=reg subEvt=delVal entry=\"\""))
                .isInstanceOfSatisfying(
                        RegistryEvent.DeleteValue.class,
                        deleted -> assertThat(deleted.entry()).contains(""));
    }

    @Test
    void aConnection() {
        NetworkEvent.Connection connection =
                (NetworkEvent.Connection)
                        event(
                                "evt=net subEvt=dcon srcIP=10.0.0.1 srcPort=50000"
                                        + " dstIP=FE80::1 dstPort=445 dstHost=\"dc01\" recv=0"
                                        + " send=12");

        assertThat(connection.step()).isEqualTo(NetworkEvent.Step.END);
        assertThat(connection.source())
                .isEqualTo(
                        new Endpoint(
                                Optional.empty(), Optional.of("10.0.0.1"), OptionalInt.of(50000)));
        assertThat(connection.destination())
                .isEqualTo(
                        new Endpoint(
                                Optional.of("dc01"), Optional.of("fe80::1"), OptionalInt.of(445)));
        assertThat(connection.received()).hasValue(0);
        assertThat(connection.sent()).hasValue(12);
        assertThat(event("evt=net subEvt=openUDP port=53"))
                .isInstanceOfSatisfying(
                        NetworkEvent.OpenUdp.class, open -> assertThat(open.port()).hasValue(53));
        assertThat(event("evt=net subEvt=webURL url=\"http://a/%20\" decode=\"http://a/ \""))
                .isInstanceOfSatisfying(
                        NetworkEvent.WebVisit.class,
                        visit -> assertThat(visit.decoded()).contains("http://a/ "));
    }

    @Test
    void aHyphenIsNoNameAddressOrPortAndNoProblem() {
        SessionEvent session =
                (SessionEvent)
                        event(
                                "evt=session subEvt=loginR srcCom=\"-\" srcIP=\"-\" srcPort=\"-\""
                                        + " evtRecID=7 failReason=\"-\"");

        assertThat(session.act()).isEqualTo(SessionEvent.Act.REMOTE_LOGIN);
        assertThat(session.origin())
                .isEqualTo(new Endpoint(Optional.empty(), Optional.empty(), OptionalInt.empty()));
        assertThat(session.eventRecord()).hasValue(7);
        assertThat(session.failure()).contains("-");
        assertThat(session.problems()).isEmpty();
    }

    @Test
    void aRecordOfTheWindowsEventLog() {
        OsEvent.EventLog log =
                (OsEvent.EventLog)
                        event(
                                "evt=os subEvt=evtLog channel=\"Security\" evtRecID=12 evtID=4624"
                                        + " evtSrc=\"s\" evtMsg=\"m\" evtUsr=\"HOST01$\""
                                        + " evtLogonID=\"0x3E7\" logonType=\"RemoteInteractive(10)\""
                                        + " wsName=\"PC02\" wsIp=\"::1\" wsPort=49700"
                                        + " targetService=\"krbtgt\"");

        assertThat(log.event().channel()).contains("Security");
        assertThat(log.event().recordNumber()).hasValue(12);
        assertThat(log.event().id()).hasValue(4624);
        assertThat(log.event().account().user()).contains("HOST01$");
        assertThat(log.logon())
                .isEqualTo(
                        new Logon(
                                OptionalLong.of(0x3e7),
                                Optional.of(new NamedNumber("RemoteInteractive", 10))));
        assertThat(log.workstation())
                .isEqualTo(
                        new Endpoint(
                                Optional.of("PC02"), Optional.of("::1"), OptionalInt.of(49700)));
        assertThat(log.kerberos().service()).contains("krbtgt");
        assertThat(event("evt=os subEvt=chgDate"))
                .isInstanceOfSatisfying(
                        OsEvent.State.class,
                        state -> assertThat(state.act()).isEqualTo(OsEvent.StateAct.CHANGE_CLOCK));
    }

    @Test
    void whatAUserDoes() {
        assertThat(event("evt=clip subEvt=paste clipData=\"x\" spsGUID=" + EventLines.GUID))
                .isInstanceOfSatisfying(
                        ClipboardEvent.class,
                        clipboard -> {
                            assertThat(clipboard.act()).isEqualTo(ClipboardEvent.Act.PASTE);
                            assertThat(clipboard.content()).contains("x");
                            assertThat(clipboard.source().guid()).contains(GUID);
                        });
        assertThat(event("evt=win subEvt=active winTitle=\"t\""))
                .isInstanceOfSatisfying(
                        WindowEvent.class, window -> assertThat(window.title()).contains("t"));
        assertThat(event("evt=powerShell subEvt=exec shCmd=\"Get-Date\" cmdType=\"Cmdlet\""))
                .isInstanceOfSatisfying(
                        PowerShellEvent.class,
                        shell -> {
                            assertThat(shell.command()).contains("Get-Date");
                            assertThat(shell.commandType()).contains("Cmdlet");
                        });
        assertThat(event("evt=wmi subEvt=psCreate cliCom=\"PC02\""))
                .isInstanceOfSatisfying(
                        WmiEvent.class, wmi -> assertThat(wmi.clientComputer()).contains("PC02"));
    }

    @Test
    void whatTheSystemDoes() {
        assertThat(event("evt=sys subEvt=startRed"))
                .isInstanceOfSatisfying(
                        SystemEvent.class,
                        sensor ->
                                assertThat(sensor.act()).isEqualTo(SystemEvent.Act.START_REDUCED));
        assertThat(event("evt=dev subEvt=mnt"))
                .isInstanceOfSatisfying(
                        DeviceEvent.class,
                        device -> assertThat(device.act()).isEqualTo(DeviceEvent.Act.MOUNT));
        assertThat(event("evt=windowsDefender subEvt=ASRBlock")).isInstanceOf(DefenderEvent.class);
        assertThat(event("evt=prt subEvt=create")).isInstanceOf(PrintEvent.class);
    }

    @Test
    void sectorsThatDiffer() {
        DiskEvent disk =
                (DiskEvent)
                        event(
                                "evt=disk subEvt=write path=\"\\\\.\\PhysicalDrive0\" lba=0"
                                        + " sectors=1 oldSha256="
                                        + "0a".repeat(32)
                                        + " newSha256="
                                        + "1b".repeat(31)
                                        + " structure=\"mbr-code+mbr-table\"");

        assertThat(disk.device()).contains("\\\\.\\PhysicalDrive0");
        assertThat(disk.firstSector()).hasValue(0);
        assertThat(disk.sectors()).hasValue(1);
        assertThat(disk.oldSha256()).contains("0a".repeat(32));
        assertThat(disk.newSha256()).isEmpty();
        assertThat(disk.structure()).contains("mbr-code+mbr-table");
        assertThat(disk.problems()).extracting(Problem::key).containsExactly("newSha256");
    }

    @Test
    void aClickOfTheLab() {
        ClickEvent click =
                (ClickEvent)
                        event(
                                "evt=screen subEvt=click panel=dialog control=button"
                                        + " label=\"&Yes \"\"now\"\"\" box=\"1,2,75,23\" how=\"Enter\""
                                        + " effect=changed reaction=soon");

        assertThat(click.label()).contains("&Yes \"now\"");
        assertThat(click.panel()).contains("dialog");
        assertThat(click.control()).contains("button");
        assertThat(click.how()).contains("Enter");
        assertThat(click.typed()).isEmpty();
        assertThat(click.effect()).contains("changed");
        assertThat(click.reactionMillis()).isEmpty();
        assertThat(click.problems()).extracting(Problem::key).containsExactly("reaction");
    }
}
