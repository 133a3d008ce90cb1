"""Reads the CSV files that files.json lists, with one library: their cells as JSON, a file a line.

    read_csv.py csv|polars FOLDER
"""
import csv
import json
import os
import sys

library, folder = sys.argv[1:]
csv.field_size_limit(2**31 - 1)


def with_csv(path, delimiter, ends):
    with open(path, encoding="utf-8-sig", newline="") as file:
        # A blank line is no record here either.
        return [row for row in csv.reader(file, delimiter=delimiter, strict=True) if row]


def with_polars(path, delimiter, ends):
    import polars

    table = polars.read_csv(
        path, separator=delimiter, has_header=False, infer_schema=False,
        empty_string_is_null=False, eol_char="\r" if ends == "CR" else "\n")
    return [list(row) for row in table.iter_rows()]


read = {"csv": with_csv, "polars": with_polars}[library]
with open(os.path.join(folder, "files.json"), encoding="utf-8") as file:
    files = json.load(file)
for file in files:
    rows = read(os.path.join(folder, file["name"]), file["delimiter"], file["ends"])
    print(json.dumps(rows, ensure_ascii=False))
