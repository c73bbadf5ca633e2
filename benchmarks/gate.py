"""Measures the tasks and holds them against the floors.

python -m benchmarks.gate                  every task, a table
python -m benchmarks.gate gold claims      some of them
python -m benchmarks.gate --check          status 1 where a figure is under its floor
python -m benchmarks.gate --update         raises the floors to what was measured; never lowers one
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from pathlib import Path

from benchmarks import tasks
from dateline.reading.reader import Reader, Settings

FLOORS = Path(__file__).with_name("floors.toml")
MARGIN = 0.01
"""Room under what was measured: int8 products differ a little from one kind of processor to the next."""
Floors = dict[str, dict[str, float]]


def floors() -> Floors:
    """The committed floors: for each task the figures that must not fall."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def below(measured: dict[str, dict[str, float | None]], wanted: Floors) -> list[str]:
    """A line for each figure under its floor."""
    return [
        f"{task}: {name} is {value}, the floor is {floor}"
        for task, figures in measured.items()
        for name, floor in wanted.get(task, {}).items()
        if (value := figures.get(name)) is None or value < floor
    ]


def raised(measured: dict[str, dict[str, float | None]], old: Floors) -> Floors:
    """The floors, each at least what it was, raised to just under what was measured."""
    new = {task: dict(figures) for task, figures in old.items()}
    for task, figures in measured.items():
        for name in new.get(task, {}):
            new[task][name] = max(new[task][name], math.floor(((figures.get(name) or 0.0) - MARGIN) * 100) / 100)
    return new


def write(table: Floors) -> None:
    """Writes the floor file."""
    parts = ["# Figures that must not fall; `python -m benchmarks.gate --update` raises them, nothing lowers them.\n"]
    for task, figures in table.items():
        parts.append(f"\n[{task}]\n" + "".join(f'"{name}" = {floor}\n' for name, floor in figures.items()))
    FLOORS.write_text("".join(parts), encoding="utf-8")


def main() -> int:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("task", nargs="*", help="names of tasks; every one where none is given")
    ask.add_argument("--check", action="store_true")
    ask.add_argument("--update", action="store_true")
    ask.add_argument("--no-trained", action="store_true", help="rules alone")
    args = ask.parse_args()
    if not tasks.SHARED.exists():
        print(f"skipped: no {tasks.SHARED.name}/ beside the checkout, so there is nothing to measure against")
        return 0
    reader = Reader(Settings(trained=not args.no_trained))
    chosen = [tasks.by_name(name) for name in args.task] if args.task else list(tasks.TASKS)
    measured = {}
    for task in chosen:
        measured[task.name] = tasks.run(task, reader)
        for name, value in measured[task.name].items():
            print(f"{task.name:10} {name:34} {'-' if value is None else f'{value:.3f}'}", flush=True)
    if args.update:
        write(raised(measured, floors()))
    problems = below(measured, floors()) if args.check else []
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
