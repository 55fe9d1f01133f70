package org.tsurutus.bench.click.draw;

/// What a dialog stands before.
///
/// @param wallpaper a function of `desktop.js`
/// @param taskbar whether there is one
/// @param icons how many lie on the desktop
/// @param around how many windows of others there are
record Setting(String wallpaper, boolean taskbar, int icons, int around) {
    /// The same without what may lie over a dialog.
    Setting withoutTaskbar() {
        return new Setting(wallpaper, false, icons, around);
    }
}
