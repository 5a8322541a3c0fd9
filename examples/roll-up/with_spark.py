"""Rolls the datasets of many rounds up with Spark: spark-submit with_spark.py FOLDER OUT

The script names no master: `spark-submit --master local[*]` runs it on one computer, and
another `--master` on a cluster, where FOLDER is an address that every worker can read and
--py-files hands over package.py and --files the queries.
"""

import sys

from package import QUERIES, query, tables, write
from pyspark.sql import SparkSession


def main(folder, out):
    spark = SparkSession.builder.appName("Roll-up of audit rounds").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    description = spark.read.text(f"{folder}/*/datapackage.json", wholetext=True).first()[0]
    for name, path, columns in tables(description):
        schema = ", ".join(f"{column} {kind}" for column, kind in columns.items())
        # Neither a column of another name nor a cell of another type is passed over in silence.
        rows = spark.read.csv(
            f"{folder}/*/{path}", schema=schema, header=True, enforceSchema=False, escape='"', mode="FAILFAST"
        )
        rows.createOrReplaceTempView(name)
    for name in QUERIES:
        result = spark.sql(query(name))
        write(out, name, result.columns, result.collect())
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
