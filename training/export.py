"""From the trained network to the files that reading loads: int8 ONNX, tokenizer, labels, tables of pair weights."""

from __future__ import annotations

import json
import pathlib
import tempfile

import msgspec
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from dateline.reading.trained.features import FEATURES
from training.network import Network


class _Plain(nn.Module):  # type: ignore[misc]
    """The network without what only training needs, masks from the pieces themselves (0 is padding)."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder, self.heads = network.encoder, network.heads

    def forward(self, pieces: Tensor, words: Tensor) -> Tensor:
        """[words, columns]"""
        hidden = self.encoder(input_ids=pieces, attention_mask=(pieces != 0).long()).last_hidden_state
        return self.heads(hidden.reshape(-1, hidden.shape[-1])[words])


def export(network: Network, tokenizer: Tokenizer, out: pathlib.Path) -> None:
    """Writes all files of the trained part but the thresholds."""
    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        exact = pathlib.Path(folder) / "exact.onnx"
        _onnx(_Plain(network).eval(), exact)
        quantize_dynamic(exact, out / "model.int8.onnx", weight_type=QuantType.QInt8, per_channel=True)
    (out / "labels.json").write_bytes(msgspec.json.format(msgspec.json.encode(network.labels), indent=1) + b"\n")
    tables = {f: [[round(x, 4) for x in row] for row in network.tables[f].weight.tolist()] for f in FEATURES}
    (out / "pairs.json").write_text(json.dumps(tables) + "\n", encoding="utf-8")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    (out / "tokenizer.json").write_text(tokenizer.to_str(pretty=False) + "\n", encoding="utf-8")


def _onnx(network: nn.Module, path: pathlib.Path) -> None:
    pieces = torch.tensor([[101, 2000, 2001, 102], [101, 2000, 102, 0]])
    axes = {"pieces": {0: "windows", 1: "length"}, "words": {0: "count"}, "rows": {0: "count"}}
    torch.onnx.export(
        network,
        (pieces, torch.tensor([1, 2, 5])),
        str(path),
        input_names=["pieces", "words"],
        output_names=["rows"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))
