"""Trains a network: `python -m training.train --out FOLDER`. Run again, it goes on where it was stopped."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.batches import Batch, batches_of
from training.corpus import Marked, mark, read_articles
from training.losses import loss_of
from training.network import Network, cut, from_minilm, load, save

SEED = 1
LONGEST = 158  # word pieces of a window, [CLS] and [SEP] included
BATCH = 16
HELD_OUT = 14  # every so many articles one is kept out, to tune on
RATES = {"body": 1e-4, "heads": 5e-4}
WARM_UP = 0.08
SAVE_EVERY = 50
HEADS = ("tags", "links", "transitions", "by_distance", "by_sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One training: where it starts from, how long it lasts, and where it is kept."""

    out: Path
    corpus: Path
    minilm: Path
    epochs: int = 3
    start: Path | None = None  # a network to go on from, cut to `layers`
    layers: tuple[int, ...] = ()
    teacher: Path | None = None
    seed: int = SEED
    rate: float = 1.0


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer in the folder, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def parts_of(corpus: Path, minilm: Path) -> tuple[list[Marked], list[Marked]]:
    """The articles to train on and those held out."""
    tokenizer = tokenizer_of(minilm)
    articles = [mark(article, tokenizer, LONGEST - 2) for article in read_articles(corpus)]
    return [a for n, a in enumerate(articles) if n % HELD_OUT], articles[::HELD_OUT]


def train(run: Run) -> Network:
    """The trained network, which also lies at `run.out/network.pt`."""
    torch.manual_seed(run.seed)
    articles, _ = parts_of(run.corpus, run.minilm)
    network = _beginning(run)
    teacher = load(run.teacher).eval() if run.teacher else None
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
            loss = _step(network, teacher, optimizer, batch, _pace(step, steps))
            if step % 10 == 0:
                seconds = (time.monotonic() - began) / (step - done)
                print(f"step {step} of {steps}, loss {loss:.3f}, {seconds:.2f} s a step", flush=True)
            if step % SAVE_EVERY == 0:
                _keep(run, network, optimizer, step)
        step = max(step, sum(per_epoch[: epoch + 1]))
    save(network, run.out / "network.pt")
    return network


def _beginning(run: Run) -> Network:
    if run.start is None:
        return from_minilm(run.minilm)
    network = load(run.start)
    return cut(network, run.layers) if run.layers else network


def _epoch(articles: list[Marked], seed: int, epoch: int) -> Iterator[Batch]:
    chance = random.Random(seed * 1000 + epoch)  # noqa: S311  (an order, no secret)
    return batches_of(articles, longest=LONGEST - 2, size=BATCH, chance=chance)


def _optimizer(network: Network, rate: float) -> torch.optim.AdamW:
    heads = [p for name, p in network.named_parameters() if name.split(".")[0] in HEADS]
    body = [p for name, p in network.named_parameters() if name.split(".")[0] not in HEADS]
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


def _step(network: Network, teacher: Network | None, optimizer: torch.optim.AdamW, batch: Batch, pace: float) -> float:
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * pace
    loss = loss_of(network, batch, teacher)
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
    parser.add_argument("--corpus", type=Path, default=Path("../shared/data/polnear-train.jsonl.gz"))
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--layers", type=int, nargs="*", default=())
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--rate", type=float, default=1.0)
    told = vars(parser.parse_args())
    train(Run(**(told | {"layers": tuple(told["layers"])})))


if __name__ == "__main__":
    main()
