"""Weights going down the slope of a loss: Adam with decay (Loshchilov, Hutter 2019), its pace falling to nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PACE, DECAY = 2e-3, 0.02
SHORT, LONG, LEAST = 0.9, 0.999, 1e-8
Numbers = NDArray[np.float32]


@dataclass(slots=True, kw_only=True)
class Descent:
    """`found` are the weights so far, after `taken` of `steps` steps."""

    found: dict[str, Numbers]
    slope: dict[str, Numbers]
    spread: dict[str, Numbers]
    steps: int
    taken: int = 0

    @classmethod
    def begun(cls, shapes: dict[str, tuple[int, ...]], chance: np.random.Generator, steps: int) -> Descent:
        """Weights drawn by the width of what they read, zeros for what is added and where nothing is looked at yet."""
        found = {
            name: np.zeros(shape, dtype=np.float32)
            if len(shape) == 1 or name == "look"
            else (chance.uniform(-1, 1, shape) / np.sqrt(shape[0])).astype(np.float32)
            for name, shape in shapes.items()
        }
        still = {name: np.zeros_like(each) for name, each in found.items()}
        return cls(found=found, slope=still, spread={name: each.copy() for name, each in still.items()}, steps=steps)

    def step(self, slopes: dict[str, Numbers]) -> None:
        """The weights have gone one step down."""
        pace = PACE * (1 - self.taken / self.steps)
        self.taken += 1
        for name, slope in slopes.items():
            self.slope[name] = SHORT * self.slope[name] + (1 - SHORT) * slope
            self.spread[name] = LONG * self.spread[name] + (1 - LONG) * slope**2
            mean, spread = self.slope[name] / (1 - SHORT**self.taken), self.spread[name] / (1 - LONG**self.taken)
            moved = mean / (np.sqrt(spread) + LEAST) + DECAY * self.found[name]
            self.found[name] = (self.found[name] - pace * moved).astype(np.float32)
