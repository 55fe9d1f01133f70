package org.tsurutus.bench;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Sizes on the command line: `4096`, `16m`, `1g`, in powers of 1024.
public final class ByteSize implements ITypeConverter<Long> {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9})([kmg]?)");
    private static final String UNITS = "kmg";
    private static final int BITS_OF_A_UNIT = 10;

    @Override
    public Long convert(String text) {
        Matcher matcher = SHAPE.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is no size; write for example 4096, 16m or 1g");
        }
        int unit = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
        return Long.parseLong(matcher.group(1)) << (BITS_OF_A_UNIT * unit);
    }
}
