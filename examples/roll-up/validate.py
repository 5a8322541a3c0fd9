"""Holds Data Packages against their own description with `frictionless`: validate.py FOLDER [EVERY]

FOLDER holds a folder for each round; with EVERY, only every so-manieth is looked at.
"""

import sys
from pathlib import Path

from frictionless import validate


def main(folder, every="1"):
    packages = sorted(Path(folder).glob("*/datapackage.json"))[:: int(every)]
    faults = []
    for path in packages:
        report = validate(str(path))
        faults += [f"{path.parent.name}: {row}" for row in report.flatten(["path", "rowNumber", "fieldName", "type", "note"])]
        faults += [f"{path.parent.name}: {error.note}" for error in report.errors]
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    if faults or not packages:
        sys.exit(f"{len(faults)} faults in {len(packages)} packages")
    print(f"frictionless finds {len(packages)} packages valid")


if __name__ == "__main__":
    main(*sys.argv[1:])
