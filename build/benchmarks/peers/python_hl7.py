"""Reads the two messages of the row "reading" with python3-hl7 and takes the same 12 fields of each.

Usage: /usr/bin/python3 python_hl7.py PAM.er7 OBX.er7 [seconds]; prints one JSON array as hl7.mjs does.
"""

import json
import sys
import time

import hl7

# segment, occurrence, field, repetition, component: 1-based, as in Rows/Hl7Reading.cs.
PATHS = {
    "pam": [("MSH", 1, 10, 1, 1), ("MSH", 1, 9, 1, 2), ("EVN", 1, 2, 1, 1), ("PID", 1, 3, 1, 1), ("PID", 1, 3, 2, 1), ("PID", 1, 5, 1, 1),
            ("PID", 1, 5, 1, 2), ("PID", 1, 7, 1, 1), ("PID", 1, 18, 1, 1), ("PV1", 1, 2, 1, 1), ("PV1", 1, 19, 1, 1), ("ZBE", 1, 9, 1, 1)],
    "obx200": [("MSH", 1, 10, 1, 1), ("MSH", 1, 9, 1, 2), ("PID", 1, 3, 1, 1), ("PID", 1, 5, 1, 1), ("PID", 1, 7, 1, 1), ("PV1", 1, 2, 1, 1),
               ("OBR", 1, 4, 1, 1), ("OBX", 1, 5, 1, 1), ("OBX", 50, 5, 1, 1), ("OBX", 100, 5, 1, 1), ("OBX", 150, 5, 1, 1), ("OBX", 200, 5, 1, 1)],
}


def take(body, wanted):
    message = hl7.parse(body.decode("utf-8"))
    return [at(message, *one) for one in wanted]


def at(message, segment, occurrence, field, repetition, component):
    """Counts occurrences from 1, as the paths do; a part that is not there is empty."""
    try:
        return message.segments(segment)[occurrence - 1].extract_field(1, field, repetition, component)
    except (KeyError, IndexError, LookupError):
        return ""


def measure(name, file, seconds):
    with open(file, "rb") as opened:
        body = opened.read()
    found = sum(1 for value in take(body, PATHS[name]) if value)
    for _ in range(20):
        take(body, PATHS[name])
    start = time.perf_counter()
    messages = 0
    elapsed = 0.0
    while elapsed < seconds:
        take(body, PATHS[name])
        messages += 1
        elapsed = time.perf_counter() - start
    return {"peer": "python3-hl7", "message": name, "bytes": len(body), "messagesPerSecond": messages / elapsed,
            "megabytesPerSecond": messages * len(body) / elapsed / 1e6, "found": found}


duration = float(sys.argv[3]) if len(sys.argv) > 3 else 2.0
print(json.dumps([measure("pam", sys.argv[1], duration), measure("obx200", sys.argv[2], duration)]))
