"""What somebody writes who only wants the tables: reads the files named on standard input, as HTML, DOCX or XLSX, and
prints the seconds that took and the figures that were found. Nothing is bound to the form, nothing is checked."""

import sys
import time


def html(path):
    from bs4 import BeautifulSoup

    with open(path, "rb") as file:
        page = BeautifulSoup(file, "lxml")
    for table in page.find_all("table"):
        for row in table.find_all("tr"):
            yield [cell.get_text(strip=True) for cell in row.find_all(["td", "th"])]


def docx(path):
    from docx import Document

    for table in Document(path).tables:
        for row in table.rows:
            yield [cell.text for cell in row.cells]


def xlsx(path):
    from openpyxl import load_workbook

    for sheet in load_workbook(path, read_only=True, data_only=True):
        yield from sheet.iter_rows(values_only=True)


def is_figure(text):
    return str(text).strip().replace(".", "", 1).isdigit()


def main():
    read = {"html": html, "docx": docx, "xlsx": xlsx}[sys.argv[1]]
    paths = sys.stdin.read().split("\n")
    for path in paths[:1]:
        list(read(path))
    began = time.perf_counter()
    figures = sum(is_figure(text) for path in paths for row in read(path) for text in row)
    print(time.perf_counter() - began, figures)


main()
