"""Trains the reader of labels, measures it, and writes it as ONNX; see README.md."""

import argparse
import math
import sys
import time
from pathlib import Path

import torch
from torch.nn import functional
from torch.utils.data import DataLoader

from labels import Labels
from letters import HEIGHT, Letters, alphabet
from measure_letters import halved, measure


def aligned(likelihoods, steps):
    """How far each step is from the letter that stands there, where that is known."""
    known = (steps >= 0).float() * torch.where(steps > 0, 1.0, 0.3)
    wrong = -likelihoods.gather(2, steps.clamp(min=0).unsqueeze(2)).squeeze(2)
    return (wrong * known).sum() / known.sum().clamp(min=1)


def write(net, letters, file):
    net.eval()
    torch.onnx.export(
        net, torch.zeros(1, 1, HEIGHT, 128), str(file), opset_version=13, input_names=["pixels"],
        output_names=["letters"], do_constant_folding=True,
        dynamic_axes={"pixels": {0: "count", 3: "width"}, "letters": {0: "count", 1: "steps"}},
    )
    halved(file)
    file.with_suffix(".txt").write_text("".join(letter + "\n" for letter in letters))
    net.train()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+", type=Path, help="frames with their truth, as bench/clicks make writes them")
    options.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file; weights and alphabet go beside it")
    options.add_argument("--resume", action="store_true", help="go on from the weights beside the output")
    options.add_argument("--fonts", nargs="*", type=Path, default=[], help="folders of further Latin fonts")
    options.add_argument("--until", type=float, help="stop at this time, in seconds since 1970, instead of after --minutes")
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--batches", type=int, help="stop after so many, however long it takes")
    options.add_argument("--batch", type=int, default=32)
    options.add_argument("--rate", type=float, default=3e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--threads", type=int, default=2, help="one where other work keeps a core busy: threads that wait for each other")
    options = options.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    letters = alphabet()
    net = Letters(len(letters)).to(memory_format=torch.channels_last)
    weights = options.output.with_suffix(".pt")
    if options.resume:
        net.load_state_dict(torch.load(weights))
    print(f"{sum(each.numel() for each in net.parameters()):,} parameters, {len(letters)} letters", file=sys.stderr)
    optimiser = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=1e-4)
    batches = DataLoader(
        Labels(options.folders, options.seed, options.batch, options.fonts), None, num_workers=options.workers
    )
    start = last = time.time()
    end = options.until or start + 60 * options.minutes
    sums, count = [0.0] * 2, 0
    for number, (pixels, steps, targets, lengths, counts) in enumerate(batches):
        done = number / options.batches if options.batches else (time.time() - start) / max(1e-9, end - start)
        if done >= 1:
            break
        rise = min(1, (number + 1) / 100)
        optimiser.param_groups[0]["lr"] = options.rate * rise * (0.5 + 0.5 * math.cos(math.pi * done)) + 1e-5
        seen = net(pixels.contiguous(memory_format=torch.channels_last))
        read = functional.ctc_loss(seen.transpose(0, 1), targets, lengths, counts, zero_infinity=True)
        near = aligned(seen, steps)
        optimiser.zero_grad()
        (read + near * max(0.0, 1 - 1.5 * done) * (0.2 if options.resume else 1)).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimiser.step()
        sums = [sums[0] + float(read), sums[1] + float(near)]
        count += 1
        if time.time() - last > 60:
            told = "  ".join(f"{name} {total / count:.4f}" for name, total in zip(("read", "aligned"), sums))
            print(f"{done:4.0%}  batch {number + 1}  {told}", file=sys.stderr, flush=True)
            torch.save(net.state_dict(), weights)
            sums, count, last = [0.0] * 2, 0, time.time()
    torch.save(net.state_dict(), weights)
    write(net, letters, options.output)
    measure(net, letters, options.folders)


if __name__ == "__main__":
    main()
