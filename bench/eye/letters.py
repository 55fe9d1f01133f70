"""The network that reads a label: a grey line of text in, for each 4 pixels of its width the letter that
ends there out (CTC; class 0 is none), and the alphabet that it knows."""

import unicodedata
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import nn
from torch.nn import functional

from net import convolution

HEIGHT, WIDEST, STEP = 32, 512, 4
UNKNOWN = "\ufffd"  # any character that the alphabet lacks
HERE = Path(__file__).resolve().parent
WORDS = HERE.parent.parent / "screen/src/main/resources/org/tsurutus/screen/grammar"
STRINGS = HERE.parent / "src/main/resources/org/tsurutus/bench/click"


def plain(text):
    """Full-width forms and ligatures as their plain letters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def alphabet():
    files = sorted(WORDS.glob("*.tsv")) + [STRINGS / f"{name}.tsv" for name in ("strings", "sentences", "names")]
    text = "".join(plain(file.read_text()) for file in [*files, HERE / "characters.txt"])
    return sorted({each for each in text if each.isprintable()} | {" ", UNKNOWN})


class Along(nn.Module):
    """A residual block that looks to the left and the right."""

    def __init__(self, channels):
        super().__init__()
        self.spread = nn.Sequential(
            nn.Conv2d(channels, channels, (1, 5), 1, (0, 2), groups=channels, bias=False), nn.BatchNorm2d(channels)
        )
        self.widen = convolution(channels, 2 * channels, size=1)
        self.narrow = nn.Sequential(nn.Conv2d(2 * channels, channels, 1, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x):
        return functional.relu(x + self.narrow(self.widen(self.spread(x))))


class Letters(nn.Module):
    def __init__(self, count):
        super().__init__()
        self.strokes = nn.Sequential(convolution(1, 24, 2), convolution(24, 48, 2), convolution(48, 64))
        self.shapes = nn.Sequential(convolution(64, 96, (2, 1)), convolution(96, 128, (2, 1)))
        self.line = nn.Sequential(
            nn.Conv2d(128, 192, (2, 3), 1, (0, 1), bias=False), nn.BatchNorm2d(192), nn.ReLU(inplace=True),
            Along(192), Along(192), Along(192),
        )
        self.letters = nn.Sequential(convolution(192, 128, size=1), nn.Conv2d(128, count + 1, 1))

    def forward(self, pixels):
        """pixels: N x 1 x 32 x width as of prepared(). Gives N x steps x (1 + letters) log-likelihoods."""
        x = self.letters(self.line(self.shapes(self.strokes(pixels))))
        return functional.log_softmax(x.squeeze(2).transpose(1, 2), 2)


SHADES = 4


def ground(grey):
    """The paper's grey, in steps of 4, and how far the ink is from it."""
    counts = np.bincount(grey.ravel() >> 2, minlength=64)
    alike = np.convolve(counts, np.ones(2 * SHADES + 1, int), "same")  # paper may be shaded
    middle = int(np.lexsort((counts, alike))[-1])
    first = max(0, middle - SHADES)
    paper = (first + int(counts[first : middle + SHADES + 1].argmax())) * 4 + 2
    away = np.bincount(np.abs(grey.astype(np.int16) - paper).ravel(), minlength=256)
    few = max(1, grey.size // 100)
    return paper, max(24, 255 - int(np.searchsorted(np.cumsum(away[::-1]), few)))


def prepared(grey):
    """Brings the grey crop (uint8) to 32 rows of floats: 0 where it is paper, the ink about 1 or -1."""
    height, width = grey.shape
    paper, contrast = ground(grey)
    wide = min(WIDEST, max(STEP * 2, round(width * HEIGHT / height / STEP) * STEP))
    image = np.asarray(Image.fromarray(grey).resize((wide, HEIGHT), Image.BILINEAR), np.float32)
    image = np.clip((image - paper) / contrast, -1.5, 1.5)
    return -image if image.mean() < 0 else image


def snug(grey, margin=0.12):
    """The part of the crop in which there is ink."""
    paper, contrast = ground(grey)
    ink = np.abs(grey.astype(np.int16) - paper) > contrast * 0.4
    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    if not len(rows):
        return grey
    spare = max(1, round((rows[-1] - rows[0] + 1) * margin))
    return grey[
        max(0, rows[0] - spare) : rows[-1] + 1 + spare, max(0, columns[0] - 2 * spare) : columns[-1] + 1 + 2 * spare
    ]


def read(likelihoods, letters):
    """The likeliest letter of each step, without repetitions; and the mean likelihood of what was read."""
    best = likelihoods.argmax(1)
    kept = [(i, b) for i, b in enumerate(best) if b and (i == 0 or b != best[i - 1])]
    sure = float(np.exp(np.mean([likelihoods[i, b] for i, b in kept]))) if kept else 0.0
    return plain("".join(letters[b - 1] for _, b in kept)), sure
