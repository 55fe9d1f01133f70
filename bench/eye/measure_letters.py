"""Measures the reader of labels on frames that it never saw, and writes its weights as float16."""

import argparse
import time
import unicodedata
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnx
import re
import torch
from onnx import TensorProto, helper, numpy_helper

from labels import crops, held, rows
from letters import WORDS, Letters, alphabet, prepared, read, snug

ALIKE = str.maketrans("АВЕКМНОРСТУХаеорсухіѕё", "ABEKMHOPCTYXaeopcyxisë")


def halved(file):
    """Keeps the weights as float16 and casts them when they are loaded."""
    model = onnx.load(str(file))
    graph = model.graph
    casts = []
    for weights in list(graph.initializer):
        if weights.data_type != TensorProto.FLOAT or np.prod(weights.dims) < 256:
            continue
        name = weights.name
        half = numpy_helper.from_array(numpy_helper.to_array(weights).astype(np.float16), name + ".half")
        graph.initializer.remove(weights)
        graph.initializer.append(half)
        casts.append(helper.make_node("Cast", [half.name], [name], to=TensorProto.FLOAT))
    for cast in reversed(casts):
        graph.node.insert(0, cast)
    onnx.checker.check_model(model)
    onnx.save(model, str(file))


def bare(text):
    """A label without what does not count: spaces, the mnemonic in brackets, twins of other scripts."""
    text = unicodedata.normalize("NFKC", text).replace(" ", "")
    return re.sub(r"(?<=.)\([A-Z]\)(?=\W*$)", "", text).translate(ALIKE)


def measure(net, letters, folders, limit=100_000):
    net.eval()
    words = {language.stem: {bare(word).lower() for word in rows(language, 1)} for language in WORDS.glob("*.tsv")}
    right, known, count, knowing = (defaultdict(int) for _ in range(4))
    wrong, took = [], 0.0
    files = sorted(file for folder in folders for file in Path(folder).glob("*.json") if held(file))[:limit]
    for file in files:
        for part, (left, top, ends, bottom), edge, text, language in crops(file):
            inner = snug(part[top + edge : bottom - edge, left + edge : ends - edge])
            start = time.time()
            with torch.no_grad():
                seen = net(torch.from_numpy(prepared(inner))[None, None])[0].numpy()
            took += time.time() - start
            got, sure = read(seen, letters)
            same = bare(got) == bare(text)
            right[language] += same
            count[language] += 1
            word = bare(text).lower().strip("<>.!")
            if word in words[language] | words["en"]:
                knowing[language] += 1
                known[language] += bare(got).lower().strip("<>.!") == word
            if not same:
                wrong.append(f"{language} {file.stem} {text!r} read {got!r} {sure:.2f}")
    for language in sorted(count):
        print(
            f"{language}  labels {right[language] / count[language]:.1%} of {count[language]}"
            f"  words {known[language] / max(1, knowing[language]):.1%} of {knowing[language]}"
        )
    total = sum(count.values())
    print(f"all {sum(right.values()) / max(1, total):.1%} of {total}, {1000 * took / max(1, total):.1f} ms each")
    print("\n".join(wrong[:60]))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+", type=Path, help="frames; of tuning's each tenth is measured")
    options.add_argument("-w", "--weights", type=Path, required=True)
    options.add_argument("--limit", type=int, default=100_000, help="frames at most")
    options = options.parse_args()
    torch.set_num_threads(2)
    letters = alphabet()
    net = Letters(len(letters)).to(memory_format=torch.channels_last)
    net.load_state_dict(torch.load(options.weights))
    measure(net, letters, options.folders, options.limit)


if __name__ == "__main__":
    main()
