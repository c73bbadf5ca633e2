"""The network: one encoder, one linear layer for all heads, and tables of weights for the features of word pairs."""

from __future__ import annotations

import pathlib

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from dateline.reading.trained.features import FEATURES, Vocabulary
from dateline.reading.trained.labels import Labels


class Network(nn.Module):  # type: ignore[misc]
    """Reads windows of word pieces, puts out one row of head values a word (see `Labels.columns`)."""

    def __init__(self, encoder: pathlib.Path, labels: Labels, layers: int | None = None, half: bool = False) -> None:
        super().__init__()
        self.labels = labels
        self.half = half
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="sdpa")
        if layers is not None:
            self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.Linear(self.encoder.config.hidden_size, labels.total())
        nn.init.normal_(self.heads.weight, std=0.02)
        vocabulary = Vocabulary(labels.names)
        roles = len(labels.roles)
        self.tables = nn.ModuleDict({f: nn.Embedding(vocabulary.size(f), roles) for f in FEATURES})
        for table in self.tables.values():
            nn.init.zeros_(table.weight)

    def forward(self, pieces: Tensor, mask: Tensor, words: Tensor) -> Tensor:
        """[words, columns] for pieces [windows, length]; `words` are places in the flattened pieces."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.half):
            hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        chosen = hidden.reshape(-1, hidden.shape[-1])[words]
        return self.heads(self.dropout(chosen.float()))

    def compared(self, rows: Tensor, anchors: Tensor, others: Tensor, features: Tensor, roles: slice) -> Tensor:
        """[anchors, others, roles]: how well each other word [anchors, others] fills the roles of its anchor."""
        columns, width = self.labels.columns(), self.labels.width
        count = roles.stop - roles.start
        query = rows[:, _part(columns["query"], roles, width)][anchors].view(len(anchors), count, width)
        keys = rows[:, _part(columns["key"], roles, width)]
        key = functional.embedding(others, keys).view(*others.shape, count, width)
        score = torch.einsum("ard,aord->aor", query, key) / width**0.5
        score = score + functional.embedding(others, rows[:, _part(columns["bias"], roles, 1)])
        for number, feature in enumerate(FEATURES):
            score = score + self.tables[feature](features[..., number])[..., roles]
        return score


def _part(columns: slice, roles: slice, width: int) -> slice:
    return slice(columns.start + roles.start * width, columns.start + roles.stop * width)
