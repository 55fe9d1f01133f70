package org.tsurutus.sensor.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TraceParserTest {
    private final TraceParser parser = new TraceParser();

    @Test
    void aRequestAndItsReplyAreOneExchange() {
        TraceEvent.Exchange exchange =
                exchange(
                        "0098: new_thread( process=ffffffff, access=001fffff, flags=00000001,"
                                + " request_fd=-1, objattr={rootdir=0000,attributes=00000000,sd={},name=L\"\"} )",
                        "0098: *fd* 02f6 -> 22",
                        "0098: new_thread() = 0 { tid=0120, handle=0070 }");
        assertThat(exchange.thread()).isEqualTo(0x98);
        assertThat(exchange.call()).isEqualTo(Call.NEW_THREAD);
        assertThat(exchange.request().hex("process")).isEqualTo(-1);
        assertThat(exchange.request().group("objattr").text("name")).isEmpty();
        assertThat(exchange.reply().hex("tid")).isEqualTo(0x120);
        assertThat(exchange.done()).isTrue();
    }

    @Test
    void theStatusMayBeANameOrANumber() {
        assertThat(
                        exchange(
                                        "0024: close_handle( handle=0004 )",
                                        "0024: close_handle() = INVALID_HANDLE")
                                .status())
                .isEqualTo("INVALID_HANDLE");
        TraceEvent.Exchange number =
                exchange(
                        "0024: open_process( pid=0074, access=00000400, attributes=00000000 )",
                        "0024: open_process() = c0000999 { handle=0000 }");
        assertThat(number.status()).isEqualTo("c0000999");
        assertThat(number.done()).isFalse();
    }

    @Test
    void escapesAreReadAsTheServerPrintsThem() {
        // \xe9 is followed by no hex digit, d83d de00 is a surrogate pair, 00e9 stands before "b"
        TraceEvent.Exchange exchange =
                exchange(
                        "0024: open_key( parent=0000, access=00020019, attributes=00000040,"
                                + " name=L\"\\\\a\\\"b\\n\\t\\xe9z\\x00e9b\\xd83d\\xde00\\0\\001x\\33\\e\" )",
                        "0024: open_key() = 0 { hkey=0004 }");
        assertThat(exchange.request().text("name"))
                .isEqualTo("\\a\"b\n\t\u00e9z\u00e9b\ud83d\ude00\0\u0001x\u001b\u001b");
    }

    @Test
    void aByteListTellsHowMuchTheTraceLeftOut() {
        TraceEvent.Exchange exchange =
                exchange(
                        "0024: set_key_value( hkey=0064, type=3, namelen=2, name=L\"x\","
                                + " data={01,02,ff...(total 122628)} )",
                        "0024: set_key_value() = 0");
        TraceBytes data = exchange.request().bytes("data");
        assertThat(data.total()).isEqualTo(122628);
        assertThat(data.cut()).isTrue();
        assertThat(data.bytes()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, -1}));
    }

    @Test
    void aUnixNameReachesToTheLastQuoteWhateverItHolds() {
        TraceEvent.Exchange exchange =
                exchange(
                        create("/wine/dosdevices/c:/a\" )} {x=L\"1\", handle=0004, \" b"),
                        "0098: create_file() = 0 { handle=0064 }");
        assertThat(exchange.request().text("filename"))
                .isEqualTo("/wine/dosdevices/c:/a\" )} {x=L\"1\", handle=0004, \" b");
        assertThat(exchange.request().group("objattr").text("name")).isEqualTo("\\??\\C:\\a");
    }

    @Test
    void aUnixNameIsUtf8() {
        List<TraceEvent> events = new ArrayList<>();
        TraceLines lines = new TraceLines();
        String text = create("/wine/日本") + "\n0098: create_file() = 0 { handle=0064 }\n";
        lines.accept(
                ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
                line -> parser.accept(line).ifPresent(events::add));
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        TraceEvent.Exchange.class,
                        exchange ->
                                assertThat(exchange.request().text("filename"))
                                        .isEqualTo("/wine/日本"));
    }

    @Test
    void aUnixNameWithALineEndIsNotTakenForARequest() {
        assertThat(accept("0098: create_file( access=0, filename=\"/wine/a")).isEmpty();
        assertThat(accept("b\" )")).isEmpty();
        assertThat(parser.notUnderstood()).isEqualTo(1);
    }

    @Test
    void notesTellOfTheDead() {
        assertThat(accept("0098: *killed* exit_code=-1073741823"))
                .contains(new TraceEvent.ThreadKilled(0x98, -1073741823));
        assertThat(accept("0094: *process killed*")).contains(new TraceEvent.ProcessGone(0x94));
        assertThat(accept("0098: *wakeup* signaled=256")).isEmpty();
        assertThat(accept("sock_reselect(0x5860efb0): new mask 4")).isEmpty();
        assertThat(accept("wineserver: exiting (pid=163)")).isEmpty();
        assertThat(parser.notUnderstood()).isZero();
    }

    @Test
    void knownLinesThatMakeNoSenseAreCountedAndForgotten() {
        assertThat(accept("0098: close_handle( handle=0004")).isEmpty();
        assertThat(accept("0098: close_handle() = 0")).isEmpty();
        assertThat(accept("0098: *killed* exit_code=soon")).isEmpty();
        assertThat(accept("0024: close_handle( handle={{{ )")).isEmpty();
        assertThat(accept("0024: close_handle() = 0")).isEmpty();
        assertThat(accept("0024: close_handle( handle=" + "{".repeat(40_000) + " )")).isEmpty();
        assertThat(accept("0024: close_handle() = 0")).isEmpty();
        assertThat(parser.notUnderstood()).isEqualTo(5);
    }

    @Test
    void aSecondRequestOfAThreadThatWaitsIsCounted() {
        accept("0098: close_handle( handle=0004 )");
        accept("0098: close_handle( handle=0008 )");
        assertThat(accept("0098: close_handle() = 0")).isPresent();
        assertThat(parser.notUnderstood()).isEqualTo(1);
    }

    @Test
    void aCutLineIsReadUpToItsCut() {
        String request =
                "0098: new_process( flags=00000000, info={hstdin=0000,imagepath=L\"C:\\\\x.exe\"},"
                        + " env=L\"AAAA";
        parser.accept(new TraceLines.Line(request, true));
        assertThat(accept("0098: new_process() = 0 { info=0010, pid=0028, handle=0014 }"))
                .get()
                .isInstanceOfSatisfying(
                        TraceEvent.Exchange.class,
                        exchange ->
                                assertThat(exchange.request().group("info").text("imagepath"))
                                        .isEqualTo("C:\\x.exe"));
    }

    @Test
    void linesAreTheSameHoweverTheStreamIsCut() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] text = "one\n\ntwo three\nfour".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 200; round++) {
            TraceLines lines = new TraceLines();
            List<String> read = new ArrayList<>();
            for (int from = 0; from < text.length; ) {
                int size = 1 + random.nextInt(text.length - from);
                lines.accept(ByteBuffer.wrap(text, from, size), line -> read.add(line.text()));
                from += size;
            }
            assertThat(read).as("seed %d", seed).containsExactly("one", "", "two three");
            assertThat(lines.rest()).contains(new TraceLines.Line("four", true));
        }
    }

    @Test
    void aLineLongerThanTheLimitIsCutAndCounted() {
        TraceLines lines = new TraceLines();
        List<TraceLines.Line> read = new ArrayList<>();
        byte[] text = new byte[TraceLines.MAX_BYTES + 10];
        text[text.length - 1] = '\n';
        lines.accept(ByteBuffer.wrap(text), read::add);
        assertThat(read).singleElement().satisfies(line -> assertThat(line.cut()).isTrue());
        assertThat(read.getFirst().text()).hasSize(TraceLines.MAX_BYTES);
        assertThat(lines.cutLines()).isEqualTo(1);
    }

    private static String create(String unixName) {
        return "0098: create_file( access=40100080, sharing=00000000, create=5, options=00000060,"
                + " attrs=00000000, objattr={rootdir=0000,attributes=00000040,sd={},"
                + "name=L\"\\\\??\\\\C:\\\\a\"}, filename=\""
                + unixName
                + "\" )";
    }

    private Optional<TraceEvent> accept(String line) {
        return parser.accept(new TraceLines.Line(line, false));
    }

    private TraceEvent.Exchange exchange(String... lines) {
        List<TraceEvent> events = new ArrayList<>();
        for (String line : lines) {
            accept(line).ifPresent(events::add);
        }
        assertThat(events).hasSize(1);
        return (TraceEvent.Exchange) events.getFirst();
    }
}
