"""Checks a folder or an object store of reports with Spark.

Each partition runs one gouji and reads its NDJSON; what comes of it is written as Parquet: the reports, their figures,
their findings, and the sums over each area (the folder in which the reports lie). Spark passes over files of 0 bytes and
those whose names begin with a dot or an underscore.

    spark-submit job.py [--gouji PATH] INPUT OUTPUT
"""

import argparse
import json
import os
import re
import subprocess
import tempfile

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

# What gouji refuses anyway is not brought to the workers.
LARGEST = 64 * 1024 * 1024

COLUMNS = ["natural", "business", "research", "charity", "legal", "other", "total"]
CASES = ["upheld", "corrected", "other", "pending", "total"]
# Table two, by the edition of the form and the number of figures in the row.
ITEMS = {
    ("2021", 3): ["issued", "repealed", "in_force"],
    ("2021", 1): ["decisions"],
    ("2019", 3): ["previous", "change", "decisions"],
    ("2019", 2): ["previous", "change"],
}
ROWS = {
    ("2021", "fees"): ["amount"],
    ("2019", "regulations"): ["made", "published", "total_published"],
    ("2019", "normative"): ["made", "published", "total_published"],
    ("2019", "procurement"): ["items", "amount"],
}

DOCUMENT = "path string, document string"
REPORT = "path string, source string, area string, agency string, year int, form string, verdict string, error string"
FIGURE = "path string, source string, area string, agency string, year int, cell string, value double"
FINDING = "path string, source string, area string, agency string, year int, rule string, subject string, severity string, message string, cells array<string>"

AREAS = """
    SELECT area, year, cell, sum(value) AS sum, count(*) AS reports, count_if(value IS NULL) AS without_number
    FROM figures
    WHERE cell LIKE 't3.%' OR cell LIKE 't4.%'
    GROUP BY area, year, cell
"""


def checked(gouji):
    """A function of a partition: takes paths with bytes, gives paths with documents, every file at least once."""

    def partition(rows):
        with tempfile.TemporaryDirectory(prefix="gouji-") as folder:
            paths, names = [], []
            for path, content in rows:
                if content is None:
                    yield path, unread(path, "too-large", "larger than 64 MB")
                    continue
                # The ending is a hint, and the number leads back to the path.
                ending = re.sub(r"[^.\w]", "", os.path.splitext(path)[1])
                name = os.path.join(folder, f"{len(paths):08}{ending}")
                with open(name, "wb") as file:
                    file.write(content)
                paths.append(path)
                names.append(name)
            if paths:
                yield from run(gouji, folder, names, paths)

    return partition


def run(gouji, folder, names, paths):
    """One gouji for all files of a partition."""
    listed, errors = os.path.join(folder, "list"), os.path.join(folder, "errors")
    with open(listed, "wb") as file:
        file.write(b"".join(os.fsencode(name) + b"\0" for name in names))
    command = [gouji, "check", "--format", "ndjson", "-0", "--files-from", listed]
    seen = set()
    with open(errors, "wb") as told, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told) as process:
        for line in process.stdout:
            document = json.loads(line)
            inside = document["source"][len(folder) + 1 :]
            number = int(inside[:8])
            seen.add(number)
            # What lies in an archive of several reports keeps its name behind that of the archive.
            packed = inside.partition("/")[2]
            document["source"] = f"{paths[number]}/{packed}" if packed else paths[number]
            yield paths[number], json.dumps(document, ensure_ascii=False)
    if process.returncode not in (0, 1, 2) or len(seen) < len(paths):
        with open(errors, encoding="utf-8", errors="replace") as told:
            raise RuntimeError(f"gouji ended with {process.returncode} after {len(seen)} of {len(paths)} files: {told.read()[-2000:]}")


def unread(path, kind, message):
    return json.dumps({"schema": 1, "source": path, "error": {"kind": kind, "message": message}})


def about(row):
    """What every table says of a report first, and the document."""
    path, document = row[0], json.loads(row[1])
    area = os.path.basename(os.path.dirname(path))
    return (path, document["source"], area, document.get("agency"), document.get("year")), document


def report_of(row):
    head, document = about(row)
    verdict, error = document.get("verdict"), document.get("error")
    return (*head, document.get("form"), verdict and verdict["level"], error and error["kind"])


def figures_of(row):
    head, document = about(row)
    tables = document.get("tables", {})
    for table, rows in tables.items():
        for name, values in rows.items():
            for column, value in zip(columns_of(document, table, name, len(values)), values, strict=True):
                yield (*head, f"{table}.{name}.{column}", None if value is None else float(value))


def columns_of(document, table, row, count):
    if table != "t2":
        return COLUMNS if table == "t3" else CASES
    # A table of the older form in a later report has its rows.
    older = {"services", "procurement"} & document["tables"]["t2"].keys()
    form = "2019" if older else document.get("form") or "2021"
    return ROWS.get((form, row)) or ITEMS[(form, count)]


def findings_of(row):
    head, document = about(row)
    for finding in document.get("findings", []):
        yield (*head, finding["rule"], finding["subject"], finding["severity"], finding["message"], finding["cells"])


def check(spark, source, target, gouji="gouji"):
    """Checks all files below a folder and writes the four tables; gives back how many files there were."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(source)
    content = F.when(F.col("length") <= LARGEST, F.col("content"))
    documents = files.select("path", content.alias("content")).rdd.mapPartitions(checked(gouji))
    # Kept, so that nothing is checked twice for four tables.
    kept = os.path.join(target, "documents")
    spark.createDataFrame(documents, DOCUMENT).write.parquet(kept)
    rows = spark.read.parquet(kept).rdd
    tables = {
        "reports": spark.createDataFrame(rows.map(report_of), REPORT),
        "figures": spark.createDataFrame(rows.flatMap(figures_of), FIGURE),
        "findings": spark.createDataFrame(rows.flatMap(findings_of), FINDING),
    }
    for name, table in tables.items():
        table.write.parquet(os.path.join(target, name))
    spark.read.parquet(os.path.join(target, "figures")).createOrReplaceTempView("figures")
    spark.sql(AREAS).write.parquet(os.path.join(target, "areas"))
    return spark.read.parquet(kept).select("path").distinct().count()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--gouji", default="gouji", help="the command, on every worker")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("gouji").getOrCreate()
    print(check(spark, arguments.input, arguments.output, arguments.gouji), "files")
    spark.stop()


if __name__ == "__main__":
    main()
