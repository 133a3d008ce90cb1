"""Which customers, names, comments or addresses of the sample exports stand in a folder of files.

Workbooks are unpacked; JSON list of what was found on standard output.
"""
import csv
import io
import json
import pathlib
import re
import sys
import zipfile

pack, samples = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def rows(path):
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        text = data.decode("utf-8", "replace")
    delimiter = ";" if ";" in text.split("\n", 1)[0] else ","
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


wanted = set()
for path in sorted(samples.glob("*.csv")):
    if path.name == "departments.csv":
        # A department is no person: groups of answers are named by it.
        continue
    table = rows(path)
    for column, head in enumerate(table[0]):
        if head in ("customer_id", "客户编号", "name", "客户名称", "comment", "意见", "负责人", "owner"):
            for row in table[1:]:
                # Numbers of departments are too short to search for.
                if column < len(row) and len(row[column].strip()) >= 4:
                    wanted.add(row[column].strip())

texts = {}
for path in sorted(p for p in pack.rglob("*") if p.is_file()):
    name = str(path.relative_to(pack))
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            for member in book.namelist():
                texts[f"{name}/{member}"] = book.read(member).decode("utf-8", "replace")
    else:
        texts[name] = path.read_bytes().decode("utf-8", "replace")

found = []
for name, text in texts.items():
    for value in wanted:
        # The escaped form is that of XML and Markdown.
        if value in name or value in text or value.replace("&", "&amp;") in text:
            found.append(f"{name}: {value}")
    for address in re.findall(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", text):
        found.append(f"{name}: {address}")
json.dump(sorted(found)[:50], sys.stdout, ensure_ascii=True)
