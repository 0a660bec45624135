"""What the network is trained to make small."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.annotate.model.labels import IMPOSSIBLE
from training.batches import Batch
from training.corpus import UNKNOWN
from training.network import LINK_WIDTH, Network

CHAIN_WEIGHT = 0.5  # a chain's loss a word piece beside plain cross-entropy
LINK_WEIGHT = 0.2
NAME_WEIGHT = 1.0
TEACHER_WEIGHT = 2.0
TEMPERATURE = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a network, or several as one, says of a batch: `tags` and `names` scores, `links` as `link_scores`."""

    tags: Tensor
    names: Tensor
    links: Tensor


def see(network: Network, batch: Batch) -> Seen:
    """What the network says of the batch, the encoder in 16 bits and the heads in 32."""
    with torch.autocast(batch.ids.device.type, torch.bfloat16):
        hidden = network.encode(batch.ids, batch.looks, batch.mask)
    tags, links, names = network.read(hidden.float())
    return Seen(tags=tags, names=names, links=link_scores(network, links, batch))


def loss_of(network: Network, batch: Batch, teachers: tuple[Network, ...] = ()) -> Tensor:
    """The loss of the batch: tags one by one and as a chain, links, names, and the teachers' view if there are any."""
    seen = see(network, batch)
    size = batch.inner.sum()
    loss = NAME_WEIGHT * _cross_entropy(seen.names, batch.names) / size + _cross_entropy(seen.tags, batch.tags) / size
    told = (batch.tags >= 0).any(1)
    if told.any():
        known = batch.tags[told] >= 0
        loss = loss + CHAIN_WEIGHT * chain_loss(network, seen.tags[told], batch.tags[told], known) * known.sum() / size
    if len(batch.links):
        loss = loss + LINK_WEIGHT * functional.cross_entropy(seen.links, batch.links[:, 4])
    if teachers:
        loss = loss + TEACHER_WEIGHT * teacher_loss(agreed(teachers, batch), seen, batch)
    return loss


def _cross_entropy(scores: Tensor, wanted: Tensor) -> Tensor:
    """The sum over what is known of each piece."""
    return functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=UNKNOWN, reduction="sum")


def agreed(teachers: tuple[Network, ...], batch: Batch) -> Seen:
    """The mean of the teachers' softened probabilities, as logarithms."""
    with torch.no_grad():
        all_seen = [see(teacher, batch) for teacher in teachers]

    def mean(scores: list[Tensor]) -> Tensor:
        softened = torch.stack([functional.log_softmax(each / TEMPERATURE, -1) for each in scores])
        return torch.logsumexp(softened, 0) - math.log(len(scores))

    return Seen(
        tags=mean([each.tags for each in all_seen]),
        names=mean([each.names for each in all_seen]),
        links=mean([each.links for each in all_seen]),
    )


def teacher_loss(wanted: Seen, seen: Seen, batch: Batch) -> Tensor:
    """How far what is seen is from what teachers agreed on, as distributions softened by the temperature."""
    loss = _apart(wanted.tags[batch.inner], seen.tags[batch.inner])
    loss = loss + NAME_WEIGHT * _apart(wanted.names[batch.inner], seen.names[batch.inner])
    return loss + LINK_WEIGHT * _apart(wanted.links, seen.links) if len(batch.links) else loss


def _apart(wanted: Tensor, scores: Tensor) -> Tensor:
    ours = functional.log_softmax(scores / TEMPERATURE, -1)
    return functional.kl_div(ours, wanted, reduction="batchmean", log_target=True) * TEMPERATURE**2


def chain_loss(network: Network, scores: Tensor, tags: Tensor, known: Tensor) -> Tensor:
    """The negative log-likelihood of the tags as one chain a window, a word piece.

    The special pieces at both ends are no part of the chain: it runs over positions 1 to length - 2.
    """
    scores, tags, known = scores[:, 1:], tags[:, 1:].clamp(min=0), known[:, 1:]
    moves = network.transitions + network.forbidden
    alpha = scores[:, 0] + network.first
    gold = alpha.gather(1, tags[:, :1]).squeeze(1)
    for place in range(1, scores.shape[1]):
        here = known[:, place]
        step = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + scores[:, place]
        alpha = torch.where(here[:, None], step, alpha)
    later = known[:, 1:]
    told = scores[:, 1:].gather(2, tags[:, 1:, None]).squeeze(2) + moves[tags[:, :-1], tags[:, 1:]]
    gold = gold + (told * later).sum(1)
    final = tags.gather(1, known.sum(1, keepdim=True) - 1).squeeze(1)
    gold = gold + network.last[final]
    return (torch.logsumexp(alpha + network.last, dim=1) - gold).sum() / known.sum()


def link_scores(network: Network, links: Tensor, batch: Batch) -> Tensor:
    """For each stretch (a row) how well each word piece of its window suits as the first of its cue."""
    row, role, start, stop = batch.links[:, 0], batch.links[:, 1], batch.links[:, 2], batch.links[:, 3]
    places = torch.arange(links.shape[1], device=links.device)[None, :]
    inside = (places >= start[:, None]) & (places < stop[:, None])
    queries = links[row][:, :, : 2 * LINK_WIDTH].view(len(row), links.shape[1], 2, LINK_WIDTH)
    queries = queries[torch.arange(len(row)), :, role]
    query = (queries * inside[:, :, None]).sum(1) / (stop - start)[:, None]
    keys = links[row][:, :, 2 * LINK_WIDTH :]
    scores = (keys @ query[:, :, None]).squeeze(2) * LINK_WIDTH**-0.5
    scores = scores + network.by_distance[role[:, None], _buckets(places, start, stop)]
    sentence = batch.sentences[row]
    apart = (sentence - sentence.gather(1, start[:, None])).clamp(-3, 3) + 3
    scores = scores + network.by_sentence[role[:, None], apart]
    return scores.masked_fill(inside | ~batch.inner[row], IMPOSSIBLE)


def _buckets(places: Tensor, start: Tensor, stop: Tensor) -> Tensor:
    """As `labels.distance_bucket`, for all places at once."""
    before = (start[:, None] - places).clamp(min=1)
    behind = (places - stop[:, None] + 1).clamp(min=1)
    sizes = [torch.ceil(torch.log2(apart.float())).clamp(max=7).long() for apart in (before, behind)]
    return torch.where(places < start[:, None], 7 - sizes[0], 8 + sizes[1])
