"""Trains a network: `python -m training.train --out FOLDER`. Run again, it goes on where it was stopped."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.batches import Batch, batches_of
from training.corpus import HELD_OUT, Marked, mark, mark_names, mark_nothing, read_articles
from training.gum import read_named
from training.losses import loss_of
from training.network import Network, cut, from_minilm, load, save

SEED = 1
LONGEST = 158  # word pieces of a window, [CLS] and [SEP] included
BATCH = 16
RATES = {"body": 1e-4, "heads": 5e-4}
WARM_UP = 0.08
SAVE_EVERY = 50
HEADS = ("tags", "links", "names", "looks", "transitions", "by_distance", "by_sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One training: where it starts from, how long it lasts, and where it is kept."""

    out: Path
    data: Path
    minilm: Path
    epochs: int = 3
    start: Path | None = None  # a network to go on from, cut to `layers`
    layers: tuple[int, ...] = ()
    teachers: tuple[Path, ...] = ()
    keep_words: bool = False  # whether the word vectors stay as they are, for a network that shares them
    seed: int = SEED
    rate: float = 1.0


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer in the folder, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def parts_of(data: Path, minilm: Path) -> tuple[list[Marked], list[dict[str, Any]]]:
    """The articles to train on, roles and names, and those of PolNeAR that are held out, as stored."""
    tokenizer = tokenizer_of(minilm)
    stored = list(read_articles(data / "polnear-train.jsonl.gz"))
    roles = [mark(article, tokenizer) for n, article in enumerate(stored) if n % HELD_OUT]
    names = [mark_names(document, tokenizer) for document in read_named(data / "gum-train.conllu.gz")]
    return [*roles, *names], stored[::HELD_OUT]


def unmarked_of(data: Path, minilm: Path) -> list[Marked]:
    """Pages of news on all matters, as texts that only teachers tell something of."""
    tokenizer = tokenizer_of(minilm)
    pages = json.loads((data / "html" / "ground-truth.json").read_text(encoding="utf-8"))
    return [mark_nothing(pages[name]["articleBody"], tokenizer) for name in sorted(pages)]


def train(run: Run) -> Network:
    """The trained network, which also lies at `run.out/network.pt`."""
    torch.manual_seed(run.seed)
    articles, _ = parts_of(run.data, run.minilm)
    if run.teachers:
        articles += unmarked_of(run.data, run.minilm)
    network = _beginning(run)
    teachers = tuple(load(path).eval() for path in run.teachers)
    optimizer = _optimizer(network, run.rate)
    per_epoch = [sum(1 for _ in _epoch(articles, run.seed, epoch)) for epoch in range(run.epochs)]
    steps = sum(per_epoch)
    done = _resume(run, network, optimizer)
    step = 0
    began = time.monotonic()
    network.train()
    for epoch in range(run.epochs):
        for batch in _epoch(articles, run.seed, epoch) if step + per_epoch[epoch] > done else ():
            step += 1
            if step <= done:
                continue
            loss = _step(network, teachers, optimizer, batch, _pace(step, steps))
            if step % 10 == 0:
                seconds = (time.monotonic() - began) / (step - done)
                print(f"step {step} of {steps}, loss {loss:.3f}, {seconds:.2f} s a step", flush=True)
            if step % SAVE_EVERY == 0:
                _keep(run, network, optimizer, step)
        step = max(step, sum(per_epoch[: epoch + 1]))
    save(network, run.out / "network.pt")
    return network


def _beginning(run: Run) -> Network:
    network = from_minilm(run.minilm) if run.start is None else load(run.start)
    network = cut(network, run.layers) if run.layers else network
    network.words.weight.requires_grad_(not run.keep_words)
    return network


def _epoch(articles: list[Marked], seed: int, epoch: int) -> Iterator[Batch]:
    chance = random.Random(seed * 1000 + epoch)  # noqa: S311  (an order, no secret)
    return batches_of(articles, longest=LONGEST - 2, size=BATCH, chance=chance)


def _optimizer(network: Network, rate: float) -> torch.optim.AdamW:
    learnt = [(name.split(".")[0], p) for name, p in network.named_parameters() if p.requires_grad]
    heads = [p for part, p in learnt if part in HEADS]
    body = [p for part, p in learnt if part not in HEADS]
    return torch.optim.AdamW(
        [
            {"params": body, "lr": RATES["body"] * rate, "top": RATES["body"] * rate},
            {"params": heads, "lr": RATES["heads"] * rate, "top": RATES["heads"] * rate},
        ],
        weight_decay=0.01,
        fused=True,
    )


def _pace(step: int, steps: int) -> float:
    """The share of the top rate: up in a line while warming up, then down in a line to nought."""
    warm = max(1, int(WARM_UP * steps))
    return step / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))


def _step(
    network: Network, teachers: tuple[Network, ...], optimizer: torch.optim.AdamW, batch: Batch, pace: float
) -> float:
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * pace
    loss = loss_of(network, batch, teachers)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


def _keep(run: Run, network: Network, optimizer: torch.optim.AdamW, step: int) -> None:
    """What is needed to go on lies in the run's folder; a stop while it is written harms nothing."""
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "chance": torch.get_rng_state(),
        "step": step,
    }
    torch.save(state, run.out / "unfinished.part")
    (run.out / "unfinished.part").replace(run.out / "unfinished.pt")


def _resume(run: Run, network: Network, optimizer: torch.optim.AdamW) -> int:
    """How many steps are done already; network and optimizer are as they were then."""
    path = run.out / "unfinished.pt"
    run.out.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        return 0
    state = torch.load(path, map_location="cpu", weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["chance"])
    return int(state["step"])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of the corpora")
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--layers", type=int, nargs="*", default=())
    parser.add_argument("--teachers", type=Path, nargs="*", default=())
    parser.add_argument("--keep-words", action="store_true", help="leave the word vectors as they are")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--rate", type=float, default=1.0)
    told = vars(parser.parse_args())
    train(Run(**(told | {"layers": tuple(told["layers"]), "teachers": tuple(told["teachers"])})))


if __name__ == "__main__":
    main()
