"""Trains the network on frames of ClickBench and writes it as ONNX; see README.md."""

import argparse
import math
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import nn
from torch.nn import functional
from torch.utils.data import DataLoader

from frames import Frames
from net import KINDS, PANELS, Eye


def loss(output, target, classes, states):
    wanted, weights, distances = target[:, 0], target[:, 1], target[:, 2:6]
    logits = output[:, :classes]
    hot = torch.stack([(wanted == 1 + index).float() for index in range(classes)], 1)
    counted = (wanted >= 0).float().unsqueeze(1)
    chance = torch.sigmoid(logits)
    wrong = torch.where(hot > 0, 1 - chance, chance)
    emphasis = torch.where(hot > 0, 0.5 * weights.unsqueeze(1) * 4, torch.full_like(hot, 0.5))
    total = weights.sum().clamp(min=40)  # parts with nothing on them must not count for more
    focal = functional.binary_cross_entropy_with_logits(logits, hot, reduction="none")
    found = (focal * wrong**2 * emphasis * counted).sum() / (2 * total)
    apart = ((1 - overlap(output[:, classes : classes + 4], distances)) * weights).sum() / total
    told = torch.zeros(())
    if states:
        each = functional.binary_cross_entropy_with_logits(
            output[:, classes + 4 :], target[:, 6:], reduction="none"
        )
        told = (each.sum(1) * weights).sum() / total
    return found, apart, told


def overlap(one, other):
    """Generalised intersection over union of boxes around the same cell."""
    shared = (torch.minimum(one[:, 0], other[:, 0]) + torch.minimum(one[:, 2], other[:, 2])) * (
        torch.minimum(one[:, 1], other[:, 1]) + torch.minimum(one[:, 3], other[:, 3])
    )
    around = (torch.maximum(one[:, 0], other[:, 0]) + torch.maximum(one[:, 2], other[:, 2])) * (
        torch.maximum(one[:, 1], other[:, 1]) + torch.maximum(one[:, 3], other[:, 3])
    )
    areas = [(box[:, 0] + box[:, 2]) * (box[:, 1] + box[:, 3]) for box in (one, other)]
    union = (areas[0] + areas[1] - shared).clamp(min=1e-6)
    return shared / union - (around - union) / around.clamp(min=1e-6)


class Bytes(nn.Module):
    """The network behind pictures of bytes."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, pixels):
        return self.net(pixels.float())


def write(net, file):
    """Writes a network as ONNX, its weights in half precision: they are made whole when it is loaded."""
    net.eval()
    torch.onnx.export(
        Bytes(net), torch.zeros(1, 3, 128, 128, dtype=torch.uint8), str(file), opset_version=13,
        input_names=["pixels"], output_names=["controls", "panels"],
        dynamic_axes={name: {0: "count", 2: "height", 3: "width"} for name in ("pixels", "controls", "panels")},
    )
    net.train()
    model = onnx.load(str(file))
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type == onnx.TensorProto.FLOAT and len(tensor.dims) == 4:
            name = tensor.name
            half = numpy_helper.to_array(tensor).astype(np.float16)
            tensor.CopyFrom(numpy_helper.from_array(half, name + ".half"))
            casts.append(helper.make_node("Cast", [name + ".half"], [name], to=onnx.TensorProto.FLOAT))
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)
    onnx.save(model, str(file))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+", type=Path, help="frames with their truth, as bench/clicks make writes them")
    options.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file; weights go beside it, as .pt")
    options.add_argument("--resume", action="store_true", help="go on from the weights beside the output")
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--batch", type=int, default=6)
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--workers", type=int, default=1)
    options = options.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(max(2, torch.get_num_threads()))  # with one, the slow way is chosen
    net = Eye().to(memory_format=torch.channels_last)  # twice as quick on a CPU
    weights = options.output.with_suffix(".pt")
    if options.resume:
        net.load_state_dict(torch.load(weights))
    print(f"{sum(each.numel() for each in net.parameters()):,} parameters", file=sys.stderr)
    optimiser = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=1e-4)
    batches = DataLoader(
        Frames(options.folders, options.seed), options.batch, num_workers=options.workers, drop_last=True
    )
    start = last = time.time()
    sums, count = [0.0] * 5, 0
    for number, (pixels, controls, panels) in enumerate(batches):
        done = (time.time() - start) / 60 / options.minutes
        if done >= 1:
            break
        rise = min(1, (number + 1) / 200)
        optimiser.param_groups[0]["lr"] = options.rate * rise * (0.5 + 0.5 * math.cos(math.pi * done)) + 1e-5
        seen, framed = net(pixels.float().contiguous(memory_format=torch.channels_last))
        parts = [*loss(seen, controls, len(KINDS), True), *loss(framed, panels, len(PANELS), False)[:2]]
        optimiser.zero_grad()
        sum(parts).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimiser.step()
        sums = [total + float(part) for total, part in zip(sums, parts)]
        count += 1
        if time.time() - last > 60:
            names = ("control", "box", "state", "panel", "box")
            told = "  ".join(f"{name} {total / count:.4f}" for name, total in zip(names, sums))
            print(f"{done:4.0%}  batch {number + 1}  {told}", file=sys.stderr, flush=True)
            torch.save(net.state_dict(), weights)
            write(net, options.output)
            sums, count, last = [0.0] * 5, 0, time.time()
    torch.save(net.state_dict(), weights)
    write(net, options.output)


if __name__ == "__main__":
    main()
