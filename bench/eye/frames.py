"""Frames of ClickBench with the truth about them, cut and altered for training."""

import io
import json
import random
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.utils.data import IterableDataset

from net import CONTROL_CELL, KINDS, PANEL_CELL, PANELS, STATES

WIDTH, HEIGHT = 640, 512
MARK = 22  # pixels that a mark takes with what is around it, at a scale of 1
SHOWN = 0.6  # controls of which less is to be seen teach nothing


class Frames(IterableDataset):
    """Endless parts of frames, in an order that the seed says."""

    def __init__(self, folders, seed, cuts=3):
        self.folders, self.seed, self.cuts = folders, seed, cuts

    def files(self):
        return sorted(file for folder in self.folders for file in Path(folder).glob("*.json"))

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        chance = random.Random(self.seed * 1000 + (worker.id if worker else 0))
        while True:
            files = self.files()  # more may have been drawn meanwhile
            for file in chance.sample(files, min(len(files), 400)):
                picture = file.with_suffix(".png")
                try:
                    truth = json.loads(file.read_text())
                    pixels = np.asarray(Image.open(picture).convert("RGB"))
                except (OSError, ValueError):
                    continue  # still being written
                for _ in range(self.cuts):
                    yield cut(pixels, truth, chance)


def cut(pixels, truth, chance):
    grow = chance.choice([1, 1, 1, chance.uniform(0.7, 1.6)])
    width, height = int(WIDTH / grow), int(HEIGHT / grow)
    x, y = place(pixels, truth, chance, width, height)
    part = np.zeros((height, width, 3), np.uint8)
    seen = pixels[max(y, 0) : y + height, max(x, 0) : x + width]
    part[max(-y, 0) : max(-y, 0) + seen.shape[0], max(-x, 0) : max(-x, 0) + seen.shape[1]] = seen
    image = Image.fromarray(part)
    if grow != 1:
        image = image.resize((WIDTH, HEIGHT), Image.BILINEAR if chance.random() < 0.5 else Image.BICUBIC)
    part = alter(np.asarray(image), chance)
    controls, panels = targets(truth, x, y, grow, pixels.shape)
    return torch.from_numpy(part.transpose(2, 0, 1).copy()), controls, panels


def place(pixels, truth, chance, width, height):
    """The corner of the part, mostly so that something of a dialog is on it."""
    boxes = [control["box"] for control in truth["controls"]] + [panel["box"] for panel in truth["panels"]] * 2
    if boxes and chance.random() < 0.8:
        box = chance.choice(boxes)
        x = box["x"] + box["width"] // 2 - chance.randint(width // 8, width * 7 // 8)
        y = box["y"] + box["height"] // 2 - chance.randint(height // 8, height * 7 // 8)
    else:
        x = chance.randint(-40, max(0, pixels.shape[1] - width) + 40)
        y = chance.randint(-40, max(0, pixels.shape[0] - height) + 40)
    spare = 60 if chance.random() < 0.3 else 0
    return (
        min(max(x, -spare), max(0, pixels.shape[1] - width) + spare),
        min(max(y, -spare), max(0, pixels.shape[0] - height) + spare),
    )


def alter(part, chance):
    if chance.random() < 0.12:
        part = 255 - part
    if chance.random() < 0.15:
        part = part[:, :, chance.sample([0, 1, 2], 3)]
    if chance.random() < 0.3:
        part = np.clip(part.astype(np.float32) * chance.uniform(0.7, 1.2) + chance.uniform(-30, 30), 0, 255)
        part = part.astype(np.uint8)
    if chance.random() < 0.3:
        kept = io.BytesIO()
        Image.fromarray(part).save(kept, "JPEG", quality=chance.randint(25, 90))
        part = np.asarray(Image.open(kept))
    if chance.random() < 0.1:
        noise = np.random.default_rng(chance.getrandbits(32)).normal(0, chance.uniform(2, 10), part.shape)
        part = np.clip(part + noise, 0, 255).astype(np.uint8)
    return part


def targets(truth, x, y, grow, shape):
    """What the network is to say: for each cell the class (0 nothing, -1 whatever, else 1 + index), the
    distances to the box's sides in cells, the states, and how much the cell counts."""
    controls = Cells(CONTROL_CELL, len(STATES))
    panels = Cells(PANEL_CELL, 0)
    for panel in sorted(truth["panels"], key=lambda each: -each["box"]["width"] * each["box"]["height"]):
        kind = PANELS.index("message_bar" if panel["kind"] == "message_bar" else "dialog")
        panels.add(panel["box"], kind, [], 1.0, x, y, grow, shape)
    for control in truth["controls"]:
        if truth["distractor"]:
            continue
        states = [float(control[state]) for state in STATES]
        marked = control["kind"] in ("check_box", "radio_button")
        controls.add(
            control["box"], KINDS.index(control["kind"]), states, control["visible"], x, y, grow, shape,
            MARK * truth["scale"] * grow if marked else None,
        )
    return controls.tensor(), panels.tensor()


class Cells:
    def __init__(self, cell, states):
        self.cell = cell
        rows, columns = HEIGHT // cell, WIDTH // cell
        self.classes = np.zeros((rows, columns), np.float32)
        self.weights = np.zeros((rows, columns), np.float32)
        self.distances = np.zeros((4, rows, columns), np.float32)
        self.states = np.zeros((states, rows, columns), np.float32)

    def add(self, box, kind, states, visible, x, y, grow, shape, mark=None):
        left, top = max(box["x"], 0), max(box["y"], 0)
        right = min(box["x"] + box["width"], shape[1])
        bottom = min(box["y"] + box["height"], shape[0])
        left, right = (left - x) * grow, (right - x) * grow
        top, bottom = (top - y) * grow, (bottom - y) * grow
        if right - left < 2 or bottom - top < 2:
            return
        area = (right - left) * (bottom - top)
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, WIDTH), min(bottom, HEIGHT)
        if right - left < 2 or bottom - top < 2:
            return
        least = 0.25 if self.cell == PANEL_CELL else SHOWN
        hidden = (right - left) * (bottom - top) < least * area or visible < 0.5
        rows, columns = self.classes.shape
        cell = self.cell
        edge = [
            max(0, int(left / cell)), max(0, int(top / cell)),
            min(columns, int(np.ceil(right / cell))), min(rows, int(np.ceil(bottom / cell))),
        ]
        self.classes[edge[1] : edge[3], edge[0] : edge[2]] = -1
        if hidden:
            return
        inset_x, inset_y = (right - left) * 0.2, (bottom - top) * 0.2
        # a box with its label is known by its mark; where the label ends is for whoever reads it
        from_x, to_x = (left, min(right, left + mark)) if mark else (left + inset_x, right - inset_x)
        first_x, last_x = inner(from_x / cell, to_x / cell, columns)
        first_y, last_y = inner((top + inset_y) / cell, (bottom - inset_y) / cell, rows)
        ys, xs = np.mgrid[first_y:last_y, first_x:last_x]
        middle_x, middle_y = xs + 0.5, ys + 0.5
        area = (slice(first_y, last_y), slice(first_x, last_x))
        self.classes[area] = 1 + kind
        self.weights[area] = 1 / np.sqrt(xs.size)
        self.distances[(slice(None),) + area] = np.maximum(
            0.05,
            np.stack([middle_x - left / cell, middle_y - top / cell, right / cell - middle_x, bottom / cell - middle_y]),
        )
        for index, state in enumerate(states):
            self.states[(index,) + area] = state

    def tensor(self):
        return torch.from_numpy(np.concatenate([self.classes[None], self.weights[None], self.distances, self.states]))


def inner(first, last, most):
    """The cells whose middles lie between two coordinates, at least one."""
    start, end = int(np.ceil(first - 0.5)), int(np.floor(last - 0.5)) + 1
    if end <= start:
        start = int((first + last) / 2)
        end = start + 1
    start = min(max(start, 0), most - 1)
    return start, max(start + 1, min(end, most))
