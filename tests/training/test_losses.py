from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the training group is not installed")

import itertools

import torch
from training.losses import _buckets, chain_loss
from training.network import Network, Shape, cut

from onrecord.annotate.model.labels import TAG_COUNT, distance_bucket, may_begin, may_end, may_follow

SMALL = Shape(layers=2, width=24, heads=2, inner=32, vocabulary=50, positions=16)


@pytest.fixture
def network() -> Network:
    torch.manual_seed(1)
    made = Network(SMALL)
    torch.nn.init.normal_(made.transitions)
    return made.eval()


def test_the_chain_loss_is_the_gold_chains_share_of_all_allowed_chains(network: Network) -> None:
    scores = torch.randn(1, 5, TAG_COUNT)
    gold = (1, 3, 0)
    tags = torch.tensor([[-1, *gold, -1]])
    inner, moves = scores[0, 1:4].tolist(), network.transitions.tolist()

    def worth(chain: tuple[int, ...]) -> float:
        between = sum(moves[a][b] for a, b in itertools.pairwise(chain))
        return float(between + sum(inner[at][tag] for at, tag in enumerate(chain)))

    allowed = [
        worth(chain)
        for chain in itertools.product(range(TAG_COUNT), repeat=3)
        if may_begin(chain[0]) and may_end(chain[-1]) and all(may_follow(a, b) for a, b in itertools.pairwise(chain))
    ]
    wanted = (torch.logsumexp(torch.tensor(allowed), 0) - worth(gold)) / 3
    found = chain_loss(network, scores, tags, tags >= 0).item()
    assert found == pytest.approx(float(wanted), abs=1e-3)


def test_padding_changes_no_score(network: Network) -> None:
    ids = torch.randint(1, 50, (1, 9))
    padded = torch.cat([ids, torch.zeros(1, 4, dtype=torch.long)], dim=1)
    alone, _ = network(ids)
    beside, _ = network(padded, padded != 0)
    assert torch.allclose(alone, beside[:, :9], atol=1e-5)


def test_distances_fall_into_the_buckets_that_reading_uses() -> None:
    places, start, stop = torch.arange(300)[None], torch.tensor([150]), torch.tensor([155])
    found = _buckets(places, start, stop)[0]
    for place in (*range(150), *range(155, 300)):
        apart = place - 150 if place < 150 else place - 154
        assert int(found[place]) == distance_bucket(apart)


def test_a_network_cut_to_all_its_layers_is_the_same(network: Network) -> None:
    ids = torch.randint(1, 50, (1, 9))
    assert torch.equal(cut(network, (0, 1)).eval()(ids)[0], network(ids)[0])
