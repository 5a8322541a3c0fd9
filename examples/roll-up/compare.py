"""Are roll-ups the same, row by row? compare.py FOLDER FOLDER [FOLDER ...]"""

import csv
import sys
from pathlib import Path

from package import QUERIES


def rows(folder, name):
    with open(Path(folder) / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def main(first, *others):
    for name in QUERIES:
        expected = rows(first, name)
        if len(expected) < 2:
            sys.exit(f"{first} has no rows of {name}")
        for other in others:
            found = rows(other, name)
            differing = [pair for pair in zip(expected, found) if pair[0] != pair[1]]
            if differing or len(found) != len(expected):
                sys.exit(f"{name}: {first} and {other} differ ({len(expected)} and {len(found)} rows): {differing[:3]}")
        print(f"{name}: {len(expected) - 1} rows, the same in {' and '.join((first, *others))}")


if __name__ == "__main__":
    main(*sys.argv[1:])
