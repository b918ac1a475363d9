#!/usr/bin/env python3
"""Compares many documents with a reference on a Spark cluster.

    examples/spark.py REFERENCE IN OUT [--master URL] [--plan PROGRAM] [--parts N]

IN holds lines {"id": …, "text": …}, as `plan stream` reads them; OUT becomes a
folder of parts that hold one line of `plan.alignment/1` each, in the order of
IN. The workers need the program in the same place, nothing else.
"""

import argparse

from pyspark.sql import SparkSession


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("reference")
    arguments.add_argument("input")
    arguments.add_argument("output")
    arguments.add_argument("--master", default="local[*]")
    arguments.add_argument("--plan", default="plan")
    arguments.add_argument("--parts", type=int, default=8)
    given = arguments.parse_args()
    spark = SparkSession.builder.master(given.master).appName("plan").getOrCreate()
    lines = spark.sparkContext.textFile(given.input, minPartitions=given.parts)
    lines.pipe(f"'{given.plan}' stream '{given.reference}'").saveAsTextFile(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
