"""Tells what a workbook holds, as another library reads it: JSON on standard output."""
import json
import re
import sys
import unicodedata
import warnings

import openpyxl
from openpyxl.chart import LineChart, ScatterChart
from openpyxl.utils import get_column_letter, range_boundaries

warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1])


def shown(value, number_format):
    """A number as the format displays it: sections, scaling commas, percent, literals, dates."""
    if "yy" in number_format:
        return "2025-12-31 00:00:00" if "hh" in number_format else "2025-12-31"
    sections = number_format.split(";")
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if section == "General":
        return str(int(value)) if value == int(value) else "%.10g" % value
    before, core, after, point = "", "", "", ""
    index, state = 0, "before"
    literals = []
    while index < len(section):
        char = section[index]
        literal = None
        if char == '"':
            end = section.index('"', index + 1)
            literal, index = section[index + 1 : end], end + 1
        elif char == "\\":
            literal, index = section[index + 1], index + 2
        elif char in "#0,.":
            core += char
            state = "after"
            index += 1
        else:
            literal, index = char, index + 1
        if literal is not None:
            if state == "before":
                before += literal
            elif section[index : index + 1] in ("0", "#"):
                point = literal
                core += "|"
            else:
                after += literal
        if char == "%":
            value *= 100
    scale = len(core) - len(core.rstrip(","))
    core = core.rstrip(",")
    value /= 1000**scale
    if "|" in core:
        digits = len(core.split("|")[1])
        text = str(int(round(value))).rjust(digits + 1, "0")
        return before + text[:-digits] + point + text[-digits:] + after
    decimals = len(core.split(".")[1]) if "." in core else 0
    text = f"{value:,.{decimals}f}" if "," in core else f"{value:.{decimals}f}"
    return before + text + after


def width(text):
    """Character cells: East Asian wide ones take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def series_of(chart):
    charts = getattr(chart, "_charts", None) or [chart]
    for one in charts:
        yield from one.series


def cells_of(reference):
    sheet, area = reference.rsplit("!", 1)
    sheet = book[sheet.strip("'").replace("''", "'")]
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield sheet.cell(row, column)


facts = {"sheets": [], "problems": []}
problem = facts["problems"].append
for sheet in book:
    merged = {}
    for area in sheet.merged_cells.ranges:
        merged[(area.min_row, area.min_col)] = area.max_col
    widths = {}
    for letter, dimension in sheet.column_dimensions.items():
        for column in range(dimension.min or 0, (dimension.max or -1) + 1):
            widths[column] = dimension.width
    numbers = 0
    for row in sheet.iter_rows():
        for cell in row:
            place = f"{sheet.title}!{cell.coordinate}"
            if cell.data_type == "f":
                problem(f"{place}: a formula: {cell.value}")
            if cell.data_type == "e":
                problem(f"{place}: an error value: {cell.value}")
            if cell.hyperlink is not None and cell.hyperlink.target:
                problem(f"{place}: a link out of the workbook: {cell.hyperlink.target}")
            if isinstance(cell.value, str) and re.fullmatch(r"(?i)[-+]?(nan|inf|infinity)", cell.value):
                problem(f"{place}: {cell.value}")
            if cell.value is None or isinstance(cell.value, (str, bool)):
                continue
            numbers += 1
            text = shown(cell.value, cell.number_format) if cell.data_type == "n" else "2025-12-31"
            last = merged.get((cell.row, cell.column), cell.column)
            room = sum(widths.get(c, 8.43) for c in range(cell.column, last + 1))
            size = (cell.font.sz or 11) / 11
            if width(text) * size > room:
                problem(f"{place}: '{text}' is wider than the column's {room:.2f}")
    series = 0
    for chart in sheet._charts:
        for one in series_of(chart):
            series += 1
            values = one.val or one.yVal
            reference = values.numRef.f
            cells = list(cells_of(reference))
            if not cells:
                problem(f"{sheet.title}: a series without cells: {reference}")
            filled = 0
            for cell in cells:
                if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
                    filled += 1
                elif cell.value is not None or not isinstance(chart, (LineChart, ScatterChart)):
                    # An empty cell leaves a gap in a line; elsewhere it is a picture without a bar.
                    problem(f"{sheet.title}: {reference}: {cell.coordinate} is {cell.value!r}")
            if filled == 0:
                problem(f"{sheet.title}: nothing in {reference}")
            names = one.cat or one.xVal
            for source in [names.strRef or names.numRef] if names is not None else []:
                if any(cell.value is None for cell in cells_of(source.f)):
                    problem(f"{sheet.title}: an empty category in {source.f}")
    setup = sheet.page_setup
    facts["sheets"].append(
        {
            "name": sheet.title,
            "rows": sheet.max_row,
            "numbers": numbers,
            "charts": len(sheet._charts),
            "series": series,
            "landscape": setup.orientation == "landscape",
            "paper": int(setup.paperSize or 0),
            "fits_width": bool(sheet.sheet_properties.pageSetUpPr.fitToPage)
            and (setup.fitToWidth is None or int(setup.fitToWidth) == 1)
            and int(setup.fitToHeight or 0) == 0,
            "repeats": sheet.print_title_rows or "",
            "frozen": sheet.freeze_panes or "",
            "filter": sheet.auto_filter.ref or "",
            "footer": (sheet.oddFooter.right.text or "") + (sheet.oddFooter.center.text or ""),
            "links": sum(1 for row in sheet.iter_rows() for c in row if c.hyperlink is not None),
        }
    )
properties = book.properties
facts["title"] = properties.title or ""
facts["subject"] = properties.subject or ""
facts["created"] = properties.created.isoformat() if properties.created else ""
facts["modified"] = properties.modified.isoformat() if properties.modified else ""
json.dump(facts, sys.stdout, ensure_ascii=False)
