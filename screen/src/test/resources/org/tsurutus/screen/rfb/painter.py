"""An X program that paints known things and says what it is sent.

It reads commands from its standard input, "paint SEED" and "move X Y", and answers "painted". It says "ready" once, and
"key NUMBER down", "button NUMBER up X Y", "scroll down" and the like whenever it is sent something.
"""
import random
import sys

from PyQt5.QtCore import QSocketNotifier, Qt, QTimer
from PyQt5.QtGui import QColor, QFont, QImage, QPainter
from PyQt5.QtWidgets import QApplication, QWidget


def say(text):
    print(text, flush=True)


def picture(width, height, pixels):
    return QImage(bytes(pixels), width, height, width * 3, QImage.Format_RGB888).copy()


def noise(chance, width, height):
    return picture(width, height, [chance.randrange(256) for _ in range(width * height * 3)])


def slope(width, height):
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            pixels += bytes((x * 255 // width, y * 255 // height, (x + y) & 255))
    return picture(width, height, pixels)


class Window(QWidget):
    def __init__(self, width, height):
        super().__init__(None, Qt.X11BypassWindowManagerHint | Qt.FramelessWindowHint)
        self.resize(width, height)
        self.setAttribute(Qt.WA_OpaquePaintEvent)

    def mousePressEvent(self, event):
        say("button %d down %d %d" % (event.button(), event.globalX(), event.globalY()))

    def mouseReleaseEvent(self, event):
        say("button %d up %d %d" % (event.button(), event.globalX(), event.globalY()))

    def wheelEvent(self, event):
        say("scroll " + ("up" if event.angleDelta().y() > 0 else "down"))

    def keyPressEvent(self, event):
        say("key %x %s down" % (event.key(), event.text().strip()))

    def keyReleaseEvent(self, event):
        say("key %x %s up" % (event.key(), event.text().strip()))


class Canvas(Window):
    def __init__(self):
        super().__init__(640, 480)
        self.seed = 1

    def paintEvent(self, _event):
        chance = random.Random(self.seed)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(chance.randrange(1 << 24)))
        for _ in range(30):
            painter.fillRect(
                chance.randrange(640),
                chance.randrange(480),
                chance.randrange(1, 200),
                chance.randrange(1, 120),
                QColor(chance.randrange(1 << 24)),
            )
        painter.setPen(Qt.white)
        painter.setFont(QFont("Liberation Sans", 9))
        for line in range(20):
            painter.drawText(330, 20 + line * 14, "Setup will install number %d" % chance.randrange(10**9))
        painter.drawImage(20, 30, noise(chance, 120, 90))
        painter.drawImage(150, 300, slope(180, 120))
        painter.end()


class Sticker(Window):
    def __init__(self):
        super().__init__(150, 110)
        self.picture = noise(random.Random(7), 150, 110)

    def paintEvent(self, _event):
        painter = QPainter(self)
        painter.drawImage(0, 0, self.picture)
        painter.end()


def later(word):
    QTimer.singleShot(100, lambda: say(word))


def command():
    words = sys.stdin.readline().split()
    if not words:
        application.quit()
    elif words[0] == "paint":
        canvas.seed = int(words[1])
        canvas.repaint()
        later("painted")
    elif words[0] == "move":
        sticker.move(int(words[1]), int(words[2]))
        later("painted")


application = QApplication(sys.argv)
canvas = Canvas()
canvas.move(0, 0)
canvas.show()
sticker = Sticker()
sticker.move(470, 350)
sticker.show()
canvas.activateWindow()
commands = QSocketNotifier(0, QSocketNotifier.Read)
commands.activated.connect(command)
later("ready")
application.exec()
