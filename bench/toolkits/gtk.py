"""Shows one dialog after another with GTK 3 and says where everything lies.

Each line of standard input asks for a dialog (see DialogRequest); each is answered by a line of JSON.
"""
import json
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk  # noqa: E402

SETTLE_MILLIS = 400
MARGIN = 12


def marked(label):
    return label.replace("_", "__").replace("&", "_")


def make(control, group):
    kind = control["kind"]
    label = marked(control["label"])
    if kind == "check_box":
        widget = Gtk.CheckButton.new_with_mnemonic(label)
        widget.set_active(control["checked"])
    elif kind == "radio_button":
        widget = Gtk.RadioButton.new_with_mnemonic_from_widget(group[0] if group else None, label)
        group.append(widget)
        widget.set_active(control["checked"])
    elif kind == "text_field":
        widget = Gtk.Entry(text=control["text"], width_chars=40)
    elif kind == "link":
        widget = Gtk.LinkButton.new_with_label("https://example.org/", control["label"])
    else:
        widget = Gtk.Button.new_with_mnemonic(label)
        widget.set_can_default(True)
    widget.set_sensitive(control["enabled"])
    return widget


def window(request):
    dialog = Gtk.Dialog(title=request["title"])
    dialog.set_type_hint(0)
    body = dialog.get_content_area()
    body.set_property("margin", MARGIN)
    body.set_spacing(MARGIN)
    top = Gtk.Box(spacing=MARGIN)
    if request["panel"] == "dialog":
        top.add(Gtk.Image.new_from_icon_name("dialog-warning", Gtk.IconSize.DIALOG))
    text = Gtk.Label(label=request["text"], wrap=True, max_width_chars=50, xalign=0)
    top.add(text)
    body.add(top)
    buttons = Gtk.ButtonBox(layout_style=Gtk.ButtonBoxStyle.END, spacing=MARGIN // 2)
    group, widgets = [], []
    for control in request["controls"]:
        widget = make(control, group)
        widgets.append(widget)
        if control["kind"] == "button":
            buttons.add(widget)
        else:
            widget.set_halign(Gtk.Align.START)
            body.add(widget)
    body.pack_end(buttons, False, False, 0)
    for control, widget in zip(request["controls"], widgets):
        if control["isDefault"] and control["enabled"]:
            widget.grab_default()
            widget.grab_focus()
    dialog.move(request["x"], request["y"])
    return dialog, widgets


def area(widget, scale):
    left, top = widget.translate_coordinates(widget.get_toplevel(), 0, 0)
    _, origin_x, origin_y = widget.get_toplevel().get_window().get_origin()
    size = widget.get_allocation()
    return box(origin_x + left, origin_y + top, size.width, size.height, scale)


def box(x, y, width, height, scale):
    return {"x": x * scale, "y": y * scale, "width": width * scale, "height": height * scale}


def described(widget, scale):
    return {
        "box": area(widget, scale),
        "enabled": widget.is_sensitive(),
        "isDefault": widget.has_default(),
        "focused": widget.has_focus(),
        "checked": isinstance(widget, Gtk.ToggleButton) and widget.get_active(),
    }


def backdrop(request):
    behind = Gtk.Window(title="page", decorated=False, accept_focus=False)
    behind.set_default_size(request["width"], request["height"])
    behind.add(Gtk.Label(label=request["page"], xalign=0.05, yalign=0.03))
    behind.show_all()
    behind.move(0, 0)
    return behind


def show(state):
    line = sys.stdin.readline()
    if not line:
        Gtk.main_quit()
        return False
    for old in state:
        old.destroy()
    request = json.loads(line)
    behind = backdrop(request)
    dialog, widgets = window(request)
    state[:] = [behind, dialog]
    GLib.timeout_add(SETTLE_MILLIS, present, state, dialog, widgets)
    return False


def present(state, dialog, widgets):
    dialog.show_all()
    GLib.timeout_add(SETTLE_MILLIS, answer, state, dialog, widgets)
    return False


def answer(state, dialog, widgets):
    if not dialog.is_active():
        dialog.present()
        GLib.timeout_add(SETTLE_MILLIS, answer, state, dialog, widgets)
        return False
    scale = dialog.get_scale_factor()
    frame = dialog.get_window().get_frame_extents()
    panel = box(frame.x, frame.y, frame.width, frame.height, scale)
    print(json.dumps({"panel": panel, "controls": [described(each, scale) for each in widgets]}), flush=True)
    GLib.idle_add(show, state)
    return False


settings = Gtk.Settings.get_default()
settings.set_property("gtk-cursor-blink", False)
settings.set_property("gtk-enable-animations", False)
GLib.idle_add(show, [])
Gtk.main()
