# Reads a table with Python's own csv module and prints its rows as JSON, one a line: the second opinion on what the hub writes.
# csv-read.py FILE SEPARATOR
import csv
import json
import sys

with open(sys.argv[1], newline="", encoding="utf-8-sig") as file:
    for row in csv.reader(file, delimiter=sys.argv[2], strict=True):
        print(json.dumps(row))
