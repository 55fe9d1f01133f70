package org.tsurutus.disk.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;

class ThinXmlTest {
    @Test
    void differencesOfEveryKindAreListedAndNeighboursJoined() {
        String xml =
                """
                <superblock uuid="" time="1" transaction="0" data_block_size="128" nr_data_blocks="0">
                  <diff left="0" right="1">
                    <different begin="0" length="1"/>
                    <same begin="1" length="9"/>
                    <right_only begin="10" length="2"/>
                    <left_only begin="12" length="1"/>
                    <different begin="20" length="1"/>
                  </diff>
                </superblock>
                """;

        assertThat(ThinXml.differences(xml))
                .containsExactly(
                        new Extent(0, 65536),
                        new Extent(10 * 65536L, 3 * 65536),
                        new Extent(20 * 65536L, 65536));
    }

    @Test
    void mappingsAreReadByWhereTheyLieInTheThinDisk() {
        String xml =
                """
                <superblock uuid="" time="1" transaction="0" data_block_size="128" nr_data_blocks="9">
                  <device dev_id="1" mapped_blocks="3" transaction="0" creation_time="0" snap_time="1">
                    <range_mapping origin_begin="4" data_begin="100" length="2" time="0"/>
                    <single_mapping origin_block="9" data_block="7" time="1"/>
                  </device>
                </superblock>
                """;

        assertThat(ThinXml.mappings(xml))
                .containsExactly(new Extent(4 * 65536L, 2 * 65536), new Extent(9 * 65536L, 65536));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<superblock><different begin=\"0\" length=\"1\"/></superblock>",
                "<superblock data_block_size=\"128\"><different begin=\"0\"/></superblock>",
                "<superblock data_block_size=\"128\"><different begin=\"-1\" length=\"1\"/></superblock>",
                "<superblock data_block_size=\"128\"><different begin=\"0\" length=\"99999999999999\"/></superblock>",
                "<superblock data_block_size=\"128\"><different begin=\"0\" length=\"1\"/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><superblock>&e;</superblock>"
            })
    void whatIsCutShortOrOutOfBoundsIsRefused(String xml) {
        assertThatThrownBy(() -> ThinXml.differences(xml))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("cannot read what a thin pool's tool said");
    }
}
