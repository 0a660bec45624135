from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the training group is not installed")

import itertools

import torch
from training.batches import Batch
from training.corpus import UNKNOWN
from training.losses import _buckets, agreed, chain_loss, loss_of, see, teacher_loss
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
    ids, looks = torch.randint(1, 50, (1, 9)), torch.randint(0, 16, (1, 9))
    nothing = torch.zeros(1, 4, dtype=torch.long)
    padded = torch.cat([ids, nothing], dim=1)
    alone = network(ids, looks)
    beside = network(padded, torch.cat([looks, nothing], dim=1), padded != 0)
    for one, other in zip(alone, beside, strict=True):
        assert torch.allclose(one, other[:, :9], atol=1e-5)


def test_distances_fall_into_the_buckets_that_reading_uses() -> None:
    places, start, stop = torch.arange(300)[None], torch.tensor([150]), torch.tensor([155])
    found = _buckets(places, start, stop)[0]
    for place in (*range(150), *range(155, 300)):
        apart = place - 150 if place < 150 else place - 154
        assert int(found[place]) == distance_bucket(apart)


def test_a_network_cut_to_all_its_layers_is_the_same(network: Network) -> None:
    ids, looks = torch.randint(1, 50, (1, 9)), torch.randint(0, 16, (1, 9))
    assert torch.equal(cut(network, (0, 1)).eval()(ids, looks)[0], network(ids, looks)[0])


def batch(links: list[list[int]], tags: list[list[int]], names: list[list[int]]) -> Batch:
    """Windows of four pieces between [CLS] and [SEP]."""
    told = torch.tensor([[UNKNOWN, *row, UNKNOWN] for row in tags])
    return Batch(
        ids=torch.randint(1, 50, told.shape),
        looks=torch.zeros_like(told),
        mask=torch.ones_like(told, dtype=torch.bool),
        inner=torch.tensor([[False, *[True] * (told.shape[1] - 2), False]] * len(told)),
        tags=told,
        names=torch.tensor([[UNKNOWN, *row, UNKNOWN] for row in names]),
        sentences=torch.zeros_like(told),
        links=torch.tensor(links, dtype=torch.long).view(-1, 5),
    )


NOTHING = [UNKNOWN] * 4
ROLES, NAMES = [4, 8, 9, 11], [0, 1, 3, 0]


def test_what_was_not_marked_teaches_nothing(network: Network) -> None:
    loss_of(network, batch([], [NOTHING], [NOTHING])).backward()
    assert network.tags.weight.grad is not None
    assert not network.tags.weight.grad.any()
    assert network.names.weight.grad is not None
    assert not network.names.weight.grad.any()


def test_names_teach_the_head_of_names_and_no_head_of_roles(network: Network) -> None:
    loss_of(network, batch([], [NOTHING], [NAMES])).backward()
    assert network.names.weight.grad is not None
    assert network.names.weight.grad.any()
    assert network.tags.weight.grad is not None
    assert not network.tags.weight.grad.any()


def test_teachers_teach_what_was_not_marked(network: Network) -> None:
    torch.manual_seed(2)
    teachers = (Network(SMALL).eval(), Network(SMALL).eval())
    loss_of(network, batch([], [NOTHING], [NOTHING]), teachers).backward()
    assert network.tags.weight.grad is not None
    assert network.tags.weight.grad.any()


def test_a_teacher_that_says_the_same_teaches_nothing(network: Network) -> None:
    one = batch([[0, 1, 3, 5, 2]], [ROLES], [NAMES])
    assert teacher_loss(agreed((network, network), one), see(network, one), one).item() == pytest.approx(0, abs=1e-3)


def test_what_teachers_agree_on_is_a_distribution(network: Network) -> None:
    torch.manual_seed(2)
    told = agreed((network, Network(SMALL).eval()), batch([[0, 0, 1, 2, 2]], [ROLES], [NAMES]))
    for scores in (told.tags, told.names, told.links):
        assert torch.allclose(scores.exp().sum(-1), torch.ones(()), atol=1e-3)
