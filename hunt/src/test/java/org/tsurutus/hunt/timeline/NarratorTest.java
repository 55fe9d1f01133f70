package org.tsurutus.hunt.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsurutus.markii.MarkIIReader;

class NarratorTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            quoteCharacter = '`',
            value = {
                "evt=ps subEvt=start psPath=\"C:\\a.exe\" cmd=\"/x y\" :: C:\\a.exe /x y",
                "evt=ps subEvt=stop psPath=\"C:\\a.exe\" :: ended",
                "evt=ps subEvt=inject tpsPath=\"C:\\b.exe\" :: into C:\\b.exe",
                "evt=file subEvt=close path=\"C:\\a\" read=0 write=12 new=1 :: C:\\a, write 12, new",
                "evt=file subEvt=rename path=\"C:\\a\" dstPath=\"C:\\b\" :: C:\\a → C:\\b",
                "evt=reg subEvt=setVal path=\"HKLM\\x\" entry=\"y\" valStr=\"z\" :: HKLM\\x : y = z",
                "evt=reg subEvt=setVal path=\"HKLM\\x\" valSize=4 :: HKLM\\x = (4 bytes)",
                "evt=net subEvt=con dstIP=10.0.0.1 dstPort=80 :: 10.0.0.1 : 80",
                "evt=net subEvt=acpt srcIP=10.0.0.2 srcPort=445 dstIP=10.0.0.1 :: 10.0.0.2 : 445",
                "evt=net subEvt=openUDP port=53 :: port 53",
                "evt=net subEvt=webURL url=\"http://x/\" recv=1 send=2 :: http://x/, received 1, sent 2",
                "evt=disk subEvt=write path=\"disk0\" lba=0 sectors=1 :: disk0 sector 0, 1 written",
                "evt=screen subEvt=click panel=dialog control=button label=\"Yes\" how=\"click\""
                        + " effect=changed :: clicked \"Yes\" on a dialog",
                "evt=screen subEvt=click panel=message_bar control=link label=\"OK\" how=\"Enter\""
                        + " effect=none :: worked by Enter \"OK\" on a message bar, without effect",
                "evt=screen subEvt=click panel=dialog control=text_field label=\"\" how=\"click\""
                        + " typed=\"me\" :: clicked a text field on a dialog, typed \"me\"",
                "evt=win subEvt=active psPath=\"C:\\a.exe\" winTitle=\"a b\" :: winTitle=a b",
            })
    void recordsAreToldInWords(String fields, String what) {
        assertThat(
                        Narrator.what(
                                MarkIIReader.record(
                                        "03/07/2017 13:13:13.890 +0900 sn=1 " + fields)))
                .isEqualTo(what);
    }
}
