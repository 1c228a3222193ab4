"""The Spark job in local mode says of some thousand reports what the command says of them on one machine.

    python test_job.py GOUJI [COUNT]
"""

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import defaultdict

from pyspark.sql import SparkSession

import job

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = os.path.join(HERE, "..", "..", "www", "examples", "report.html")
AREAS = 12
PACKED = 5


def report(example, number):
    """The example with its figures times a number, so that its sums hold; of every seventh one figure is wrong."""
    times = number % 9 + 1
    text = re.sub(r"(<td[^>]*>)(\d+)(</td>)", lambda cell: f"{cell[1]}{int(cell[2]) * times}{cell[3]}", example)
    if number % 7 == 0:
        text = re.sub(r'(<td id="one">)\d+', r"\g<1>987", text)
    if number % 31 == 0:
        text = re.sub(r'(<td id="one">)\d+', r"\g<1>", text)
    return text.replace("示例市某某局", f"示例市第{number}局")


def make(folder, count):
    """Reports in the folders of their areas, some files that are none, and an archive of several reports."""
    with open(EXAMPLE, encoding="utf-8") as file:
        example = file.read()
    for number in range(count):
        area = os.path.join(folder, f"第{number % AREAS}区")
        os.makedirs(area, exist_ok=True)
        text = "%PDF-1.7\nbroken off" if number % 97 == 0 else report(example, number)
        with open(os.path.join(area, f"单位 {number}.html"), "w", encoding="utf-8") as file:
            file.write(text)
    with zipfile.ZipFile(os.path.join(folder, "第0区", "几份.zip"), "w") as archive:
        for number in range(count, count + PACKED):
            archive.writestr(f"{number}.html", report(example, number))


def lines(gouji, *arguments):
    done = subprocess.run([gouji, *arguments], stdout=subprocess.PIPE, check=False)
    assert done.returncode in (0, 1, 2), done
    return done.stdout.decode("utf-8-sig").splitlines()


def on_one_machine(gouji, folder):
    """What the command says, by the path inside the folder."""
    documents = {}
    for line in lines(gouji, "check", "--recursive", "--format", "ndjson", folder):
        document = json.loads(line)
        documents[os.path.relpath(document.pop("source"), folder)] = document
    return documents


def area_sums(gouji, folder):
    """The sums of the areas, out of the figures that `extract` gives."""
    sums = defaultdict(lambda: [0, 0, 0])
    for row in csv.DictReader(lines(gouji, "extract", "--lang", "en", "--recursive", folder)):
        if row["table"] in ("t3", "t4"):
            area = re.search(r"第\d+区(/几份\.zip)?", row["source"])[0].partition("/")[0]
            entry = sums[area, int(row["year"]), row["cell"]]
            entry[0] += float(row["value"] or 0)
            entry[1] += 1
            entry[2] += row["value"] == ""
    return {key: tuple(entry) for key, entry in sums.items()}


def same(what, found, expected):
    assert found.keys() == expected.keys(), f"{what}: {len(found)} and {len(expected)}: {list(found.keys() ^ expected.keys())[:3]}"
    for key, value in expected.items():
        assert found[key] == value, f"{what}: {key}\n{found[key]}\n{value}"
    print(f"  {what}: {len(expected)}, the same on both sides", flush=True)


def main():
    gouji, count = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    with tempfile.TemporaryDirectory(prefix="gouji-spark-") as home:
        folder, target = os.path.join(home, "reports"), os.path.join(home, "out")
        print(f"  making {count + PACKED} reports", flush=True)
        make(folder, count)
        spark = (
            SparkSession.builder.master("local[2]")
            .appName("gouji-test")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            # Snappy takes a system that has musl beside its own C library for one that has nothing else, and fails.
            .config("spark.sql.parquet.compression.codec", "gzip")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.warehouse.dir", os.path.join(home, "warehouse"))
            .getOrCreate()
        )
        spark.sparkContext.setLogLevel("ERROR")
        # The workers import it too; spark-submit hands a script over by itself.
        spark.sparkContext.addPyFile(job.__file__)
        begun = time.monotonic()
        files = job.check(spark, folder, target, gouji)
        print(f"  Spark checked {files} files in {time.monotonic() - begun:.1f} s", flush=True)
        assert files == count + 1, files

        read = lambda name: spark.read.parquet(os.path.join(target, name)).collect()
        inside = lambda path: os.path.relpath(path.removeprefix("file:"), folder)
        expected = on_one_machine(gouji, folder)
        found = {}
        for row in read("documents"):
            document = json.loads(row["document"])
            found[inside(document.pop("source"))] = document
        same("documents", found, expected)

        figures = {(inside(row["source"]), row["cell"]): row["value"] for row in read("figures")}
        extracted = csv.DictReader(lines(gouji, "extract", "--lang", "en", "--recursive", folder))
        same("figures", figures, {
            (os.path.relpath(row["source"], folder), row["cell"]): float(row["value"]) if row["value"] else None for row in extracted
        })

        findings = defaultdict(list)
        for row in read("findings"):
            findings[inside(row["source"])].append((row["rule"], row["subject"], row["severity"], row["message"], row["cells"]))
        said = {
            source: sorted((one["rule"], one["subject"], one["severity"], one["message"], one["cells"]) for one in document["findings"])
            for source, document in expected.items()
            if document.get("findings")
        }
        same("reports with findings", {source: sorted(all_of) for source, all_of in findings.items()}, said)
        assert sum(map(len, said.values())) > count / 7

        areas = {(row["area"], row["year"], row["cell"]): (row["sum"] or 0, row["reports"], row["without_number"]) for row in read("areas") if row["area"].startswith("第")}
        same("sums over areas", areas, area_sums(gouji, folder))
        unread = [row for row in read("reports") if row["error"]]
        assert len(unread) == len(range(0, count, 97)), len(unread)
        print(f"  files that could not be read, named on both sides: {len(unread)}", flush=True)
        spark.stop()


if __name__ == "__main__":
    main()
