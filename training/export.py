"""From the trained network to the files that reading loads: int8 ONNX, tokenizer, labels, tables of pair weights.

Weights are stored as int8 and widened when they are used; what flows between the layers stays in 32 bits. Quantising
that too (`quantize_dynamic`) moved the chance of a likely trigger by .05 on average, more than it saved in time.
"""

from __future__ import annotations

import json
import pathlib
import tempfile

import msgspec
import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from torch import Tensor, nn

from dateline.reading.trained.features import FEATURES
from training.network import Network

_LARGE = 10_000
"""Matrices from this many numbers on are stored as int8."""


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
        onnx.save(_narrowed(onnx.load(str(exact))), str(out / "model.int8.onnx"))
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


def _narrowed(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with its large matrices as int8, one scale an output of a layer, one a row of embeddings."""
    graph = model.graph
    large = {i.name: i for i in graph.initializer if i.data_type == TensorProto.FLOAT and np.prod(i.dims) >= _LARGE}
    kept = [i for i in graph.initializer if i.name not in large]
    first, nodes = [], []
    for node in graph.node:
        name = next((n for n in node.input if n in large), None)
        if name is None:
            nodes.append(node)
            continue
        axis = _outputs(node)
        kept += _narrow(name, numpy_helper.to_array(large[name]), axis, node.op_type == "Gather")
        if node.op_type == "Gather":
            nodes += _looked_up(node, name)
        else:
            first.append(helper.make_node("DequantizeLinear", [f"{name}_int8", f"{name}_scale"], [name], axis=axis))
            nodes.append(node)
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend([*first, *nodes])
    onnx.checker.check_model(model)
    return model


def _outputs(node: onnx.NodeProto) -> int:
    """The axis that numbers a layer's outputs, or the rows of embeddings."""
    rows = node.op_type == "Gather" or any(a.name == "transB" and a.i for a in node.attribute)
    return 0 if rows else 1


def _narrow(name: str, values: npt.NDArray[np.float32], axis: int, wide: bool) -> list[TensorProto]:
    """The int8 numbers and their scales; `wide` keeps the scales' second dimension."""
    scale = np.maximum(np.abs(values).max(axis=1 - axis, keepdims=True), 1e-12) / 127
    narrow = np.rint(values / scale).astype(np.int8)
    shape = scale if wide else scale.reshape(-1)
    return [
        numpy_helper.from_array(narrow, f"{name}_int8"),
        numpy_helper.from_array(shape.astype(np.float32), f"{name}_scale"),
    ]


def _looked_up(gather: onnx.NodeProto, name: str) -> list[onnx.NodeProto]:
    """Embeddings are looked up as int8 and only the rows that are used are widened."""
    where, out = gather.input[1], gather.output[0]
    return [
        helper.make_node("Gather", [f"{name}_int8", where], [f"{out}_int8"], axis=0),
        helper.make_node("Gather", [f"{name}_scale", where], [f"{out}_scale"], axis=0),
        helper.make_node("Cast", [f"{out}_int8"], [f"{out}_wide"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{out}_wide", f"{out}_scale"], [out]),
    ]
