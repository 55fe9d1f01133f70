"""Shows one dialog after another with Qt 5 and says where everything lies.

Each line of standard input asks for a dialog (see DialogRequest); each is answered by a line of JSON.
Arguments: the style, and dark or light.
"""
import json
import sys

from PyQt5.QtCore import QPoint, QTimer, Qt
from PyQt5.QtGui import QColor, QPalette
from PyQt5.QtWidgets import (QApplication, QCheckBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton,
                             QRadioButton, QStyle, QVBoxLayout, QWidget)

SETTLE_MILLIS = 400
DARK = {QPalette.Window: "#31363b", QPalette.WindowText: "#eff0f1", QPalette.Base: "#232629", QPalette.Text: "#eff0f1",
        QPalette.Button: "#31363b", QPalette.ButtonText: "#eff0f1", QPalette.Link: "#2980b9"}
DARK_DISABLED = {QPalette.WindowText: "#7f8487", QPalette.Text: "#7f8487", QPalette.ButtonText: "#7f8487"}


def make(control):
    kind = control["kind"]
    if kind == "check_box":
        widget = QCheckBox(control["label"])
        widget.setChecked(control["checked"])
    elif kind == "radio_button":
        widget = QRadioButton(control["label"])
        widget.setChecked(control["checked"])
    elif kind == "text_field":
        widget = QLineEdit(control["text"])
        widget.setMinimumWidth(320)
    elif kind == "link":
        widget = QLabel('<a href="https://example.org/">%s</a>' % control["label"])
    else:
        widget = QPushButton(control["label"])
        widget.setAutoDefault(False)
        widget.setDefault(control["isDefault"])
    widget.setEnabled(control["enabled"])
    return widget


def window(request):
    dialog = QDialog(None, Qt.Window)
    dialog.setWindowTitle(request["title"])
    rows = QVBoxLayout(dialog)
    top = QHBoxLayout()
    if request["panel"] == "dialog":
        icon = QLabel()
        icon.setPixmap(dialog.style().standardIcon(QStyle.SP_MessageBoxQuestion).pixmap(32, 32))
        top.addWidget(icon, 0, Qt.AlignTop)
    text = QLabel(request["text"])
    text.setWordWrap(True)
    text.setMinimumWidth(360)
    top.addWidget(text, 1)
    rows.addLayout(top)
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    widgets = []
    for control in request["controls"]:
        widget = make(control)
        widgets.append(widget)
        if control["kind"] == "button":
            buttons.addWidget(widget)
        else:
            rows.addWidget(widget, 0, Qt.AlignLeft)
    rows.addStretch(1)
    rows.addLayout(buttons)
    for control, widget in zip(request["controls"], widgets):
        if control["isDefault"] and control["enabled"]:
            widget.setFocus()
    dialog.move(request["x"], request["y"])
    return dialog, widgets


def box(x, y, width, height, scale):
    left, top = round(x * scale), round(y * scale)
    return {"x": left, "y": top, "width": round((x + width) * scale) - left, "height": round((y + height) * scale) - top}


def described(widget, scale):
    corner = widget.mapToGlobal(QPoint(0, 0))
    mark = isinstance(widget, (QCheckBox, QRadioButton))
    return {
        "box": box(corner.x(), corner.y(), widget.width(), widget.height(), scale),
        "enabled": widget.isEnabled(),
        "isDefault": isinstance(widget, QPushButton) and widget.isDefault(),
        "focused": widget.hasFocus(),
        "checked": mark and widget.isChecked(),
    }


def backdrop(request):
    behind = QWidget(None, Qt.FramelessWindowHint | Qt.WindowDoesNotAcceptFocus)
    behind.setGeometry(0, 0, request["width"], request["height"])
    page = QLabel(request["page"], behind)
    page.move(40, 24)
    behind.show()
    return behind


def show():
    line = sys.stdin.readline()
    if not line:
        application.quit()
        return
    for old in shown:
        old.close()
    request = json.loads(line)
    behind = backdrop(request)
    dialog, widgets = window(request)
    shown[:] = [behind, dialog]
    QTimer.singleShot(SETTLE_MILLIS, dialog.show)
    QTimer.singleShot(2 * SETTLE_MILLIS, lambda: answer(dialog, widgets))


def answer(dialog, widgets):
    if not dialog.isActiveWindow():
        dialog.activateWindow()
        QTimer.singleShot(SETTLE_MILLIS, lambda: answer(dialog, widgets))
        return
    scale = dialog.devicePixelRatioF()
    # frameGeometry() is the wish of before the window manager drew its frame
    corner = dialog.mapToGlobal(QPoint(0, 0))
    frame = dialog.windowHandle().frameMargins()
    panel = box(corner.x() - frame.left(), corner.y() - frame.top(), dialog.width() + frame.left() + frame.right(),
                dialog.height() + frame.top() + frame.bottom(), scale)
    print(json.dumps({"panel": panel, "controls": [described(each, scale) for each in widgets]}), flush=True)
    QTimer.singleShot(0, show)


application = QApplication(sys.argv[:1])
application.setQuitOnLastWindowClosed(False)
application.setCursorFlashTime(0)
application.setStyle(sys.argv[1])
if sys.argv[2] == "dark":
    palette = QPalette()
    for role, colour in DARK.items():
        palette.setColor(role, QColor(colour))
    for role, colour in DARK_DISABLED.items():
        palette.setColor(QPalette.Disabled, role, QColor(colour))
    application.setPalette(palette)
shown = []
QTimer.singleShot(0, show)
sys.exit(application.exec_())
