"""What the network is trained to make small."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.annotate.model.labels import IMPOSSIBLE
from training.batches import Batch
from training.network import LINK_WIDTH, Network

CHAIN_WEIGHT = 0.5  # a chain's loss a word piece beside plain cross-entropy
LINK_WEIGHT = 0.2
TEACHER_WEIGHT = 2.0
TEMPERATURE = 2.0


def loss_of(network: Network, batch: Batch, teacher: Network | None = None) -> Tensor:
    """The loss of the batch: tags one by one, tags as a chain, links, and a teacher's view if there is one."""
    scores, links = network(batch.ids, batch.mask)
    known = batch.tags >= 0
    loss = functional.cross_entropy(scores[known], batch.tags[known])
    loss = loss + CHAIN_WEIGHT * chain_loss(network, scores, batch.tags, known)
    if len(batch.links):
        loss = loss + LINK_WEIGHT * functional.cross_entropy(link_scores(network, links, batch), batch.links[:, 4])
    if teacher is not None:
        loss = loss + TEACHER_WEIGHT * teacher_loss(teacher, batch, scores, known)
    return loss


def teacher_loss(teacher: Network, batch: Batch, scores: Tensor, known: Tensor) -> Tensor:
    """How far the scores are from the teacher's, as distributions softened by the temperature."""
    with torch.no_grad():
        wanted, _ = teacher(batch.ids, batch.mask)
    ours = functional.log_softmax(scores[known] / TEMPERATURE, -1)
    theirs = functional.log_softmax(wanted[known] / TEMPERATURE, -1)
    return functional.kl_div(ours, theirs, reduction="batchmean", log_target=True) * TEMPERATURE**2


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
    places = torch.arange(links.shape[1])[None, :]
    inside = (places >= start[:, None]) & (places < stop[:, None])
    queries = links[row][:, :, : 2 * LINK_WIDTH].view(len(row), -1, 2, LINK_WIDTH)
    queries = queries[torch.arange(len(row)), :, role]
    query = (queries * inside[:, :, None]).sum(1) / (stop - start)[:, None]
    keys = links[row][:, :, 2 * LINK_WIDTH :]
    scores = (keys @ query[:, :, None]).squeeze(2) * LINK_WIDTH**-0.5
    scores = scores + network.by_distance[role[:, None], _buckets(places, start, stop)]
    sentence = batch.sentences[row]
    apart = (sentence - sentence.gather(1, start[:, None])).clamp(-3, 3) + 3
    scores = scores + network.by_sentence[role[:, None], apart]
    return scores.masked_fill(inside | (batch.tags[row] < 0), IMPOSSIBLE)


def _buckets(places: Tensor, start: Tensor, stop: Tensor) -> Tensor:
    """As `labels.distance_bucket`, for all places at once."""
    before = (start[:, None] - places).clamp(min=1)
    behind = (places - stop[:, None] + 1).clamp(min=1)
    sizes = [torch.ceil(torch.log2(apart.float())).clamp(max=7).long() for apart in (before, behind)]
    return torch.where(places < start[:, None], 7 - sizes[0], 8 + sizes[1])
