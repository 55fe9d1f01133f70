package org.tsurutus.bench.click.draw;

/// How the edges of letters are drawn; a browser keeps to one for as long as it lives.
enum Smoothing {
    /// Shades of grey.
    GREY("true", "none"),
    /// Coloured fringes, as ClearType draws them.
    SUBPIXEL("true", "rgb"),
    /// Black and white, as Windows 2000 drew them.
    NONE("false", "none");

    private final String antialias;
    private final String subpixels;

    Smoothing(String antialias, String subpixels) {
        this.antialias = antialias;
        this.subpixels = subpixels;
    }

    /// What fontconfig has to be told.
    String configuration() {
        return """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <include>/etc/fonts/fonts.conf</include>
          <match target="font">
            <edit name="antialias" mode="assign"><bool>%s</bool></edit>
            <edit name="rgba" mode="assign"><const>%s</const></edit>
            <edit name="hinting" mode="assign"><bool>true</bool></edit>
            <edit name="hintstyle" mode="assign"><const>hintfull</const></edit>
          </match>
          <match target="pattern">
            <edit name="antialias" mode="assign"><bool>%s</bool></edit>
            <edit name="rgba" mode="assign"><const>%s</const></edit>
          </match>
        </fontconfig>
        """
                .formatted(antialias, subpixels, antialias, subpixels);
    }
}
