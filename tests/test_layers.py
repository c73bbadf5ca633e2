"""The house's one rule: a lower layer never imports a higher one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import dateline

ROOT = Path(dateline.__file__).parent
MAY_IMPORT = {
    "model": set(),
    "codebook": {"model"},
    "knowledge": {"model", "codebook"},
    "intake": {"model", "codebook", "knowledge"},
    "linking": {"model", "codebook"},
    "reading": {"model", "codebook", "knowledge", "linking"},
    "record": {"model", "codebook", "linking"},
    "export": {"model", "codebook", "record"},
    "cli": {"model", "codebook", "knowledge", "intake", "linking", "reading", "record", "export", "web"},
    "web": {"model", "codebook", "knowledge", "intake", "linking", "reading", "record", "export"},
}
FILES = sorted(p for p in ROOT.rglob("*.py") if p.parent != ROOT)


def imported_layers(path: Path) -> set[str]:
    """The rooms of dateline that a module imports, also inside functions."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return {n.split(".")[1] for n in names if n.startswith("dateline.")} & set(MAY_IMPORT)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_only_lower_layers(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    assert imported_layers(path) <= MAY_IMPORT[layer] | {layer}


def test_every_room_is_known() -> None:
    rooms = {p.name for p in ROOT.iterdir() if p.is_dir() and any(p.glob("*.py"))}
    assert rooms <= set(MAY_IMPORT)
