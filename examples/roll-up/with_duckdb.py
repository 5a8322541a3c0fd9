"""Rolls the datasets of many rounds up with DuckDB: with_duckdb.py FOLDER OUT

FOLDER holds a folder for each round with its Data Package; OUT gets one CSV for each query.
"""

import sys
from pathlib import Path

import duckdb
from package import QUERIES, query, tables, write


def main(folder, out):
    connection = duckdb.connect()
    description = next(Path(folder).glob("*/datapackage.json")).read_text(encoding="utf-8")
    for name, path, columns in tables(description):
        files = f"{folder}/*/{path}"
        rows = connection.read_csv(files, header=True, dtype=columns, delimiter=",", quotechar='"', escapechar='"')
        rows.create(name)
    for name in QUERIES:
        result = connection.sql(query(name))
        write(out, name, result.columns, result.fetchall())


if __name__ == "__main__":
    main(*sys.argv[1:])
