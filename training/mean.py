"""The mean of two trained networks of the same labels: less sure than either of what only one of them learnt.

python -m training.mean FOLDER OTHER --share 0.55 --out FOLDER
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from tokenizers import Tokenizer

from training.encoder import unpacked
from training.export import export
from training.network import Network
from training.resume import resume, resumed_labels


def mean(one: Network, other: Network, share: float) -> Network:
    """`one` with every weight moved by `share` of the way to `other`."""
    mine, theirs = one.state_dict(), other.state_dict()
    moved = {k: (1 - share) * v + share * theirs[k] if v.is_floating_point() else v for k, v in mine.items()}
    one.load_state_dict(moved)
    return one


def _loaded(folder: Path, encoder: Path) -> Network:
    network = Network(encoder, resumed_labels(folder), None, False)
    resume(network, folder)
    return network


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("one", type=Path)
    ask.add_argument("other", type=Path)
    ask.add_argument("--share", type=float, default=0.5, help="how much of the second")
    ask.add_argument("--cache", type=Path, default=Path("runs/training"))
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    encoder = unpacked(args.cache / "encoder")
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    network = mean(_loaded(args.one, encoder), _loaded(args.other, encoder), args.share)
    export(network, tokenizer, args.out)
    shutil.copy(args.one / "thresholds.json", args.out)


if __name__ == "__main__":
    main()
