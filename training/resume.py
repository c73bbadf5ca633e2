"""Goes on from weights that were shipped: the int8 files back into a network, its columns found by their names."""

from __future__ import annotations

import json
import pathlib

import msgspec
import numpy as np
import numpy.typing as npt
import onnx
import torch
from msgspec.structs import replace
from onnx import numpy_helper
from torch import Tensor

from dateline.reading.trained.features import FEATURES
from dateline.reading.trained.labels import CLAIM_ROLES, EVENT_ROLES, WHENS, WHERES, Labels
from training.network import Network

_EMBEDDINGS = ("word_embeddings", "position_embeddings", "token_type_embeddings")


def shipped_labels(folder: pathlib.Path) -> Labels:
    """The labels beside the weights in `folder`."""
    return msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)


def resumed_labels(folder: pathlib.Path) -> Labels:
    """The labels to go on with: those of `folder`, with the roles and heads that there are today."""
    roles = [*EVENT_ROLES, *CLAIM_ROLES]
    return replace(shipped_labels(folder), roles=roles, whens=list(WHENS), wheres=list(WHERES))


def resume(network: Network, folder: pathlib.Path) -> None:
    """Fills the network, made with `resumed_labels`, with what `folder` holds; new heads keep what they begin with."""
    old = shipped_labels(folder)
    state = _weights(onnx.load(str(folder / "model.int8.onnx")))
    heads = {name: state.pop(name) for name in ("heads.weight", "heads.bias")}
    network.load_state_dict(state, strict=False)
    columns = _columns(old, network.labels)
    with torch.no_grad():
        for was, now in columns:
            network.heads.weight[now] = heads["heads.weight"][was]
            network.heads.bias[now] = heads["heads.bias"][was]
        tables = json.loads((folder / "pairs.json").read_text(encoding="utf-8"))
        for was, now in _roles(old, network.labels):
            for feature in FEATURES:
                network.tables[feature].weight[:, now] = torch.tensor(tables[feature])[:, was]


def _weights(model: onnx.ModelProto) -> dict[str, Tensor]:
    """The network's parameters by their names in torch."""
    held = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    found = {n: torch.tensor(a) for n, a in held.items() if n.endswith((".weight", ".bias"))}
    for node in model.graph.node:
        name = next((n for n in node.input if f"{n}_int8" in held), None)
        if node.op_type == "MatMul" and name:
            layer = node.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            found[f"{layer}.weight"] = torch.tensor(_widened(held, name, 1).T.copy())
    found["heads.weight"] = torch.tensor(_widened(held, "heads.weight", 0))
    for table in _EMBEDDINGS:
        name = f"encoder.embeddings.{table}.weight"
        if f"{name}_int8" in held:
            found[name] = torch.tensor(_widened(held, name, 0))
    return found


def _widened(held: dict[str, npt.NDArray[np.generic]], name: str, axis: int) -> npt.NDArray[np.float32]:
    scale = held[f"{name}_scale"].reshape((-1, 1) if axis == 0 else (1, -1))
    wide: npt.NDArray[np.float32] = held[f"{name}_int8"].astype(np.float32) * scale.astype(np.float32)
    return wide


def _columns(old: Labels, new: Labels) -> list[tuple[int, int]]:
    """Pairs of columns that mean the same in both."""
    was, now = old.columns(), new.columns()
    same = ("type", "cue", "status", "hedged", "mode", "when", "where")
    blocks = [(was[name].start, now[name].start, was[name].stop - was[name].start) for name in same]
    for a, b in _roles(old, new):
        for name, width in (("bias", 1), ("nobody", 1), ("query", old.width), ("key", old.width)):
            blocks.append((was[name].start + a * width, now[name].start + b * width, width))
    return [(a + n, b + n) for a, b, width in blocks for n in range(width)]


def _roles(old: Labels, new: Labels) -> list[tuple[int, int]]:
    return [(a, new.roles.index(role)) for a, role in enumerate(old.roles)]
