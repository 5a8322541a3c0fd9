"""What both engines need to know of the datasets: their tables and columns, and the queries."""

import csv
import json
from pathlib import Path

QUERIES = ("rounds", "grades", "answers", "themes", "actions")
# Types of Table Schema, as SQL names them.
SQL_TYPES = {"string": "STRING", "integer": "BIGINT", "boolean": "BOOLEAN"}


def tables(description):
    """Each table with its file's name, its columns and their SQL types, by one datapackage.json: all are alike."""
    for resource in json.loads(description)["resources"]:
        columns = {field["name"]: SQL_TYPES[field["type"]] for field in resource["schema"]["fields"]}
        yield resource["name"], resource["path"], columns


def query(name):
    """The text of a query, the same for both engines."""
    return (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")


def write(out, name, columns, rows):
    """A rolled-up table as CSV."""
    Path(out).mkdir(parents=True, exist_ok=True)
    with open(Path(out) / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
