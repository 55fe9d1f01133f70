package org.tsurutus.disk.mapper;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;

/// What `thin_delta` and `thin_dump` say, as stretches of a disk; neighbours are joined.
final class ThinXml {
    private static final Set<String> DIFFERENCES = Set.of("different", "left_only", "right_only");
    private static final Set<String> MAPPINGS = Set.of("single_mapping", "range_mapping");
    private static final int SECTOR = 512;
    private static final long MOST_BLOCKS = 1L << 36;
    private static final int MOST_EXTENTS = 1 << 22;

    private final XMLStreamReader reader;
    private final List<Extent> extents = new ArrayList<>();
    private long blockSize;

    private ThinXml(XMLStreamReader reader) {
        this.reader = reader;
    }

    static List<Extent> differences(String xml) {
        return read(xml, DIFFERENCES, "begin");
    }

    static List<Extent> mappings(String xml) {
        return read(xml, MAPPINGS, "origin_begin");
    }

    private static List<Extent> read(String xml, Set<String> wanted, String begin) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            try {
                return new ThinXml(reader).extents(wanted, begin);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | NumberFormatException e) {
            throw new DiskException(
                    "cannot read what a thin pool's tool said ("
                            + e.getMessage()
                            + "); check the pool's metadata with thin_check",
                    e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private List<Extent> extents(Set<String> wanted, String begin) throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = reader.getLocalName();
            if (element.equals("superblock")) {
                blockSize = number("data_block_size", MOST_BLOCKS) * SECTOR;
            } else if (wanted.contains(element)) {
                boolean single = element.equals("single_mapping");
                add(
                        number(single ? "origin_block" : begin, MOST_BLOCKS),
                        single ? 1 : number("length", MOST_BLOCKS));
            }
        }
        return List.copyOf(extents);
    }

    private void add(long block, long count) {
        if (blockSize == 0) {
            throw new NumberFormatException("blocks of no size");
        }
        Extent extent =
                new Extent(
                        Math.multiplyExact(block, blockSize), Math.multiplyExact(count, blockSize));
        if (!extents.isEmpty() && extents.getLast().end() == extent.start()) {
            Extent before = extents.removeLast();
            extent = new Extent(before.start(), before.length() + extent.length());
        }
        if (extents.size() == MOST_EXTENTS) {
            throw new DiskException(
                    "a thin disk is in more than "
                            + MOST_EXTENTS
                            + " pieces; compare it as a whole");
        }
        extents.add(extent);
    }

    private long number(String attribute, long most) {
        String text = reader.getAttributeValue(null, attribute);
        if (text == null) {
            throw new NumberFormatException(reader.getLocalName() + " lacks " + attribute);
        }
        long number = Long.parseLong(text);
        if (number < 0 || number > most) {
            throw new NumberFormatException(attribute + " is " + number);
        }
        return number;
    }
}
