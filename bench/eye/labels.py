"""Labels to learn from: cut out of ClickBench's frames, and drawn."""

import io
import json
import random
import subprocess
import unicodedata
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from torch.utils.data import IterableDataset

from letters import HEIGHT, STEP, STRINGS, UNKNOWN, WORDS, alphabet, plain, prepared, snug

LANGUAGES = ["en", "ja", "de", "fr", "es", "zh", "ko", "ru"]
EASTERN = ("ja", "zh", "ko")
HIGHEST = 48  # buttons that are higher have several lines
HELD = 10  # each tenth frame of a folder named tuning is for measuring
POOL = 6000


def held(file):
    return file.parent.name == "tuning" and int(file.stem.split("-")[-1]) % HELD == 0


def crops(file):
    """Grey crops of a frame's labels, 6 pixels wider than the control, with (left, top, right, bottom) of the
    text's room and the text and language."""
    truth = json.loads(file.read_text())
    grey = np.asarray(Image.open(file.with_suffix(".png")).convert("L"))
    for control in truth["controls"]:
        box, text = control["box"], plain(control["label"])
        x, y, width, height = (box[side] for side in ("x", "y", "width", "height"))
        bad = control["kind"] == "text_field" or control["visible"] < 0.8 or not text
        if bad or height > HIGHEST * truth["scale"] or x < 0 or y < 0 or width < 8 or height < 8:
            continue
        if x + width > grey.shape[1] or y + height > grey.shape[0]:
            continue
        if control["kind"] in ("check_box", "radio_button"):
            shift = mark(grey[y : y + height, x : x + width])
            x, width = x + shift, width - shift
        left, top = min(x, 6), min(y, 6)
        part = grey[y - top : y + height + 6, x - left : x + width + 6].copy()
        room = (left, top, left + width, top + height)
        edge = 4 if control["kind"] == "button" else 0
        yield part, room, edge, text, truth["language"]


def mark(grey):
    """Where the mark before a label ends: in the middle of the widest gap about there."""
    height, width = grey.shape
    first, last = round(height * 0.5), min(width, round(height * 1.7))
    blank = np.ptp(grey[2:-2, first:last].astype(np.int16), 0) < 24
    best = start = length = 0
    for column, empty in enumerate([*blank, False]):
        if empty:
            continue
        if column - start > length:
            best, length = (start + column) // 2, column - start
        start = column + 1
    return first + best if length else round(height * 1.1)


def cropped(crop, chance):
    part, (left, top, right, bottom), edge, text, _ = crop
    if chance.random() < 0.75:
        inner = part[top + edge : bottom - edge, left + edge : right - edge]
        if inner.shape[0] < 6 or inner.shape[1] < 6:
            return part, text
        return loose(snug(inner, chance.uniform(0.02, 0.25)), chance), text
    jitter = [chance.randint(-3, 5) for _ in range(4)]
    return part[max(0, top + jitter[0]) : bottom - jitter[1], max(0, left + jitter[2]) : right - jitter[3]], text


def loose(grey, chance):
    return grey[chance.choice([0, 0, 0, 1]) : grey.shape[0] - chance.choice([0, 0, 0, 1])]


class Texts:
    """What labels say, by language: words of the grammar's tables, the bench's strings, or anything."""

    def __init__(self, letters):
        self.letters = set(letters)
        self.words = {each: rows(WORDS / f"{each}.tsv", 1) for each in LANGUAGES}
        self.strings = {each: rows(STRINGS / "strings.tsv", 1 + i) for i, each in enumerate(LANGUAGES)}
        self.sentences = {each: rows(STRINGS / "sentences.tsv", i) for i, each in enumerate(LANGUAGES)}
        self.names = rows(STRINGS / "names.tsv", 1)
        ranges = {
            "ja": "\u3041-\u30fc\u4e00-\u9fff", "zh": "\u4e00-\u9fff", "ko": "\uac00-\ud7a3", "ru": "\u0400-\u04ff",
        }
        self.pools = {}
        for language in LANGUAGES:
            spans = ranges.get(language, "!-~!-~\u00a1-\u017f")
            self.pools[language] = [
                each for i in range(0, len(spans), 3) for each in letters if spans[i] <= each <= spans[i + 2]
            ]
        self.signs = [each for each in letters if not each.isalnum() and each not in (" ", UNKNOWN)]

    def any(self, language, chance):
        """A text, which may hold & before a letter to underline."""
        kind = chance.random()
        if kind < 0.5:
            return self.decorated(self.cased(chance.choice(self.words[language]), chance), language, chance)
        if kind < 0.65:
            text = chance.choice(self.strings[language])
            while "{" in text and "}" in text:
                start, end = text.index("{"), text.index("}")
                text = text[:start] + chance.choice(self.names) + text[end + 1 :]
            return piece(text, 34, chance)
        if kind < 0.75:
            return piece(chance.choice(self.sentences[language]), chance.randint(6, 26), chance)
        if kind < 0.78:
            return chance.choice(self.names)
        if kind < 0.82:
            return "".join(chance.choice("0123456789.,:%/-") for _ in range(chance.randint(1, 7)))
        return self.random(language, chance)

    def random(self, language, chance):
        text = ""
        for _ in range(chance.randint(1, 7 if language in EASTERN else 10)):
            kind = chance.random()
            if kind < 0.03 and language in EASTERN:
                text += chr(chance.randint(0x4E00, 0x9FA0) if language != "ko" else chance.randint(0xAC00, 0xD7A3))
            elif kind < 0.08:
                text += chance.choice(self.signs)
            elif kind < 0.14 and text:
                text += " "
            elif kind < 0.2:
                text += chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789()<>")
            else:
                text += chance.choice(self.pools[language])
        return text

    @staticmethod
    def cased(word, chance):
        return chance.choice(
            [word, word[:1].upper() + word[1:], word[:1].upper() + word[1:], word[:1].upper() + word[1:], word.title(),
             word.upper()]
        )

    @staticmethod
    def decorated(word, language, chance):
        kind = chance.random()
        if language in EASTERN and kind < 0.45:
            word += chance.choice(["(&%s)", "(&%s)", "(%s)", " (%s)", "（%s）"]) % chance.choice(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            )
        elif kind < 0.3:
            place = chance.randrange(len(word))
            word = word[:place] + "&" + word[place:]
        kind = chance.random()
        return (
            word + " >" if kind < 0.08 else "< " + word if kind < 0.14 else word + "..." if kind < 0.18
            else word + "…" if kind < 0.2 else word + "!" if kind < 0.22 else word
        )


def piece(text, longest, chance):
    if len(text) <= longest:
        return text
    start = chance.randrange(len(text) - longest + 1)
    return text[start : start + longest].strip()


def rows(file, column):
    lines = [line.split("\t") for line in file.read_text().splitlines() if line and not line.startswith("#")]
    return [line[column] for line in lines if len(line) > column]


class Fonts:
    """The fonts of this machine that people see on buttons, by what they can draw."""

    LATIN = ["LiberationSans-R", "LiberationSans-R", "DejaVuSans.", "DejaVuSans.", "DejaVuSansCondensed.",
             "LiberationSans-B", "DejaVuSans-B", "NimbusSans-Regular.o", "LiberationSansNarrow-R", "NotoSansCJK-R",
             "LiberationSerif-R", "DejaVuSerif.", "LiberationMono-R", "DejaVuSansMono.", "LiberationSans-I", "ipagp"]
    FACES = {"ja": ["ipagp", "ipag.", "NotoSansCJK-R:0", "NotoSansCJK-R:0", "NotoSansCJK-B:0", "ipam", "NotoSerifCJK-R:0"],
             "ko": ["NotoSansCJK-R:1", "NotoSansCJK-R:1", "NotoSansCJK-B:1", "NotoSerifCJK-R:1"],
             "zh": ["NotoSansCJK-R:2", "NotoSansCJK-R:2", "NotoSansCJK-B:2", "NotoSerifCJK-R:2"]}

    def __init__(self, folders=()):
        listed = subprocess.run(["fc-list", ":", "file"], capture_output=True, text=True, check=True).stdout
        self.files = sorted({line.split(":")[0] for line in listed.splitlines()})
        self.more = [str(file) for folder in folders for file in sorted(Path(folder).rglob("*.ttf"))]

    def face(self, language, chance):
        if language not in EASTERN and self.more and chance.random() < 0.15:
            return chance.choice(self.more), 0
        name, _, index = chance.choice(self.FACES.get(language, self.LATIN)).partition(":")
        found = [file for file in self.files if "/" + name in file]
        return (found[0], int(index or 0)) if found else self.face(language, chance)

    @staticmethod
    @lru_cache(600)
    def font(file, index, size):
        return ImageFont.truetype(file, size, index=index, layout_engine=ImageFont.Layout.BASIC)

    @staticmethod
    @lru_cache(100_000)
    def lacks(file, index, letter):
        font = Fonts.font(file, index, 16)
        return not letter.isspace() and bytes(font.getmask(letter)) == bytes(font.getmask("\U0010fffe"))


def drawn(texts, fonts, language, chance):
    """A drawn label: grey pixels, text, and how far along its width the middle of each letter is; or None."""
    source = texts.any(language, chance)
    text, under = "", -1
    for letter in source:
        if letter == "&":
            under = len(text)
        else:
            text += letter
    text = text.strip()
    if not text or len(text) > 48:
        return None
    face = fonts.face(language, chance)
    second = fonts.face("en", chance) if language in EASTERN and chance.random() < 0.35 else face
    faces = [second if letter.isascii() and not fonts.lacks(*second, letter) else face for letter in text]
    if any(fonts.lacks(*each, letter) for each, letter in zip(faces, text)):
        return None
    small = 9 if language in EASTERN else 8
    size = min(36, max(small, round(chance.choice([chance.gauss(12, 2), chance.gauss(15, 4), chance.uniform(small, 30)]))))
    fine = chance.choice([1, 1, 1, 2, 3]) if size < 24 else 1
    sizes = [fonts.font(*each, size * fine) for each in faces]
    runs, x = [], 0.0
    for letter, font in zip(text, sizes):
        runs.append(x)
        x += font.getlength(letter) + (chance.choice([0, fine]) if chance.random() < 0.02 else 0)
    ends = [*runs[1:], x]
    margin = size * fine
    width, height = int(x) + 2 * margin, size * fine * 3
    light, dark = chance.randint(170, 255), chance.randint(0, 110)
    if chance.random() < 0.25:
        light = chance.randint(120, 255)
        dark = max(0, light - chance.randint(50, 120))
    paper, ink = (dark, light) if chance.random() < 0.3 else (light, dark)
    image = Image.new("L", (width, height), paper)
    pen = ImageDraw.Draw(image)
    if chance.random() < 0.12:
        pen.fontmode = "1"
    base = height * 2 // 3
    if chance.random() < 0.2:
        slope(image, paper, chance)
        pen = ImageDraw.Draw(image)
    if chance.random() < 0.1:  # a shadow, or the lower edge of letters pressed in
        for start, letter, font in zip(runs, text, sizes):
            shade = 255 if chance.random() < 0.5 else (paper + ink) // 2
            pen.text((margin + start + fine, base + fine), letter, fill=shade, font=font, anchor="ls")
    bold = chance.random() < 0.05
    for start, letter, font in zip(runs, text, sizes):
        pen.text((margin + start, base), letter, fill=ink, font=font, anchor="ls", stroke_width=0)
        if bold:
            pen.text((margin + start + 1, base), letter, fill=ink, font=font, anchor="ls")
    if 0 <= under < len(text):
        y = base + max(1, size * fine // 8)
        pen.line((margin + runs[under], y, margin + ends[under] - 1, y), fill=ink, width=max(1, size * fine // 14))
    if chance.random() < 0.04:
        pen.line((margin, base + fine * 2, margin + x, base + fine * 2), fill=ink, width=fine)
    middles = [(margin + (start + end) / 2) / width for start, end in zip(runs, ends)]
    if fine > 1:
        image = image.resize((max(8, width // fine), height // fine), Image.BOX)
    spans = [[letter, middle] for letter, middle in zip(text, middles)]
    image, spans = framed(image, spans, size, base // fine, chance)
    return np.asarray(altered(image, chance)), spans


def empty(chance):
    """A crop with nothing to read on it."""
    paper = chance.randint(0, 255)
    image = Image.new("L", (chance.randint(10, 160), chance.randint(10, 40)), paper)
    kind = chance.random()
    if kind < 0.3:
        slope(image, paper, chance)
    pen = ImageDraw.Draw(image)
    if kind < 0.6:
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(image.height)
            pen.line((0, place, image.width, place), fill=chance.randint(0, 255))
    if chance.random() < 0.3:
        pointer(pen, chance.uniform(0, image.width), chance.uniform(0, image.height), chance)
    return np.asarray(degraded(image, chance))


def slope(image, paper, chance):
    """Brightness that rises or falls from top to bottom."""
    height = image.height
    by = chance.uniform(-40, 40)
    for y in range(height):
        image.paste(int(min(255, max(0, paper + by * (y / height - 0.5)))), (0, y, image.width, y + 1))


def framed(image, spans, size, base, chance):
    """Cuts about the text, with parts of what stands about it."""
    width, height = image.size
    above, below = size * chance.uniform(0.8, 1.25), size * chance.uniform(0.18, 0.6)
    left, right = (size * chance.uniform(0.05, 0.9) for _ in range(2))
    pen = ImageDraw.Draw(image)
    top, bottom = int(base - above), int(base + below)
    first, last = int(size - left), int(width - size + right)
    if chance.random() < 0.15:
        shade = chance.randint(0, 255)
        sides = chance.randrange(1, 16)
        if sides & 1:
            pen.line((first, 0, first, height), fill=shade)
        if sides & 2:
            pen.line((last - 1, 0, last - 1, height), fill=shade)
        if sides & 4:
            pen.line((0, top, width, top), fill=shade)
        if sides & 8:
            pen.line((0, bottom - 1, width, bottom - 1), fill=shade)
    elif chance.random() < 0.06:
        shade = chance.randint(0, 255)
        for x in range(first, last, 2):
            for y in (top, bottom - 1):
                pen.point((x, y), shade)
        for y in range(top, bottom, 2):
            for x in (first, last - 1):
                pen.point((x, y), shade)
    if chance.random() < 0.1:
        pointer(pen, chance.uniform(first, last), chance.uniform(top - size, bottom), chance)
    cut = image.crop((first, top, last, bottom))
    return cut, [[letter, (middle * width - first) / cut.width] for letter, middle in spans]


def pointer(pen, x, y, chance):
    scale = chance.choice([1, 1, 1.25, 1.5])
    shape = [(0, 0), (0, 16), (4, 13), (7, 19), (9, 18), (6, 12), (11, 12)]
    light = chance.random() < 0.8
    pen.polygon([(x + a * scale, y + b * scale) for a, b in shape], fill=255 if light else 0, outline=0 if light else 255)


def altered(image, chance):
    width, height = image.size
    if chance.random() < 0.15:
        by = chance.uniform(0.75, 1.6)
        if height * by >= 10:
            how = chance.choice([Image.BILINEAR, Image.BICUBIC, Image.NEAREST if by > 1 else Image.BOX])
            image = image.resize((max(8, round(width * by)), round(height * by)), how)
    if chance.random() < 0.06:
        image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 0.9)))
    return degraded(image, chance)


def degraded(image, chance):
    if chance.random() < 0.25:
        kept = io.BytesIO()
        image.save(kept, "JPEG", quality=chance.randint(25, 90))
        image = Image.open(kept)
    if chance.random() < 0.08:
        noise = np.random.default_rng(chance.getrandbits(32)).normal(0, chance.uniform(2, 10), (image.height, image.width))
        image = Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))
    return image


class Labels(IterableDataset):
    """Endless batches of labels of about the same width."""

    WEIGHTS = [16, 22, 7, 7, 7, 16, 16, 10]

    def __init__(self, folders, seed, batch, fonts=(), share=0.4):
        self.seed, self.batch, self.share = seed, batch, share
        self.files = [
            file for folder in folders for file in sorted(Path(folder).glob("*.json")) if not held(file)
        ]
        self.letters = alphabet()
        self.numbers = {letter: 1 + i for i, letter in enumerate(self.letters)}
        self.texts, self.fonts = Texts(self.letters), Fonts(fonts)

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        chance = random.Random(self.seed * 1000 + (worker.id if worker else 0))
        pool = []
        while True:
            found = sorted((self.one(chance, pool) for _ in range(self.batch * 6)), key=lambda each: each[0].shape[1])
            batches = [found[i : i + self.batch] for i in range(0, len(found), self.batch)]
            chance.shuffle(batches)
            for batch in batches:
                yield self.stacked(batch)

    def one(self, chance, pool):
        while True:
            if self.files and chance.random() < self.share:
                while len(pool) < 60 or (len(pool) < POOL and chance.random() < 0.25):
                    try:
                        pool += crops(chance.choice(self.files))
                    except (OSError, ValueError):
                        continue  # still being written
                crop = chance.choice(pool)
                grey, text = cropped(crop, chance)
                if min(grey.shape) < 6:
                    continue
                grey = np.asarray(degraded(Image.fromarray(grey), chance)) if chance.random() < 0.5 else grey
                spans = [[letter, -1.0] for letter in text]
            elif chance.random() < 0.02:
                grey, spans = empty(chance), []
            else:
                language = chance.choices(LANGUAGES, self.WEIGHTS)[0]
                one = drawn(self.texts, self.fonts, language, chance)
                if one is None or min(one[0].shape) < 6:
                    continue
                grey, spans = one
            pixels = prepared(grey)
            if chance.random() < 0.04:
                pixels = -pixels
            return pixels, self.target(spans)

    def target(self, spans):
        """Numbers of letters, and how far along they are."""
        found = []
        for letter, middle in spans:
            for each in unicodedata.normalize("NFKC", letter):
                if each != " " or (found and found[-1][0] != self.numbers[" "]):
                    found.append((self.numbers.get(each, self.numbers[UNKNOWN]), middle))
        return found

    @staticmethod
    def stacked(batch):
        widest = max(pixels.shape[1] for pixels, _ in batch)
        pixels = np.zeros((len(batch), 1, HEIGHT, widest), np.float32)
        steps = np.zeros((len(batch), widest // STEP), np.int64)  # the letter of each step; -1 whatever
        for row, (image, target) in enumerate(batch):
            pixels[row, 0, :, : image.shape[1]] = image
            count = image.shape[1] // STEP
            for number, middle in target:
                step = int(middle * count)
                if middle < 0 or target[0][1] < 0:
                    steps[row] = -1
                    break
                for near in (step - 1, step + 1):
                    if 0 <= near < count and steps[row, near] == 0:
                        steps[row, near] = -1
                if 0 <= step < count:
                    steps[row, step] = number
        targets = [torch.tensor([number for number, _ in target], dtype=torch.int64) for _, target in batch]
        return (
            torch.from_numpy(pixels), torch.from_numpy(steps), torch.cat(targets),
            torch.tensor([image.shape[1] // STEP for image, _ in batch]), torch.tensor([len(each) for each in targets]),
        )
