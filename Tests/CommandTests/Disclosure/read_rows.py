"""The cells of a workbook row by row, as another library reads them: JSON on standard output."""
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
rows = []
for sheet in openpyxl.load_workbook(sys.argv[1]):
    for row in sheet.iter_rows():
        cells = [str(cell.value) for cell in row if cell.value is not None]
        if cells:
            rows.append(cells)
json.dump(rows, sys.stdout)
