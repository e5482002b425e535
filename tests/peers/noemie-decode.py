"""A naive decoder of NOEMIE returns, written from the published tables alone: the tests compare its reading with the product's.

Reads each file that is named on standard input, a path a line, and prints a line of JSON for it:
whether its totals add up, the total it states, and the parts of invoices with their rejections.
"""
import json
import sys

LENGTHS = {
    "010": 14, "020": 21, "040": 21, "070": 12, "071": 86, "080": 15, "081": 22, "090": 86, "100": 15, "102": 40, "103": 152, "110": 88, "120": 57,
    "150": 8, "160": 23, "198": 24, "199": 49, "210": 118, "220": 118, "250": 47, "261": 19, "262": 134, "290": 98, "294": 153, "295": 135, "990": 43,
}
CLOSABLE = ["020", "040", "080"]


def logical(raw):
    """The text of entities: header, data, end of file."""
    if raw[128:131] in LENGTHS and raw[131:133] != "00":
        rest = raw[128:]
    else:
        blocks = [raw[at:at + 128] for at in range(128, len(raw), 128)]
        rest = "".join(block[1:] for block in blocks[:-1]).rstrip(" ") + blocks[-1]
    return raw[:128], rest


def entities(rest):
    while not rest.startswith("999"):
        length = LENGTHS.get(rest[:3]) or rest.index("@") + 1
        yield rest[:length]
        rest = rest[length:]
    yield rest


def cents(text, sign="P"):
    return -int(text) if sign == "N" else int(text)


def decode(raw):
    header, rest = logical(raw)
    stack, parts, invoice, part, good, total, lots, count = [], [], None, None, True, 0, 0, 1
    lot = ("000", "000000")
    for one in entities(rest):
        kind = one[:3]
        count += 1
        amount = unit = 0
        if kind in CLOSABLE:
            stack.append([CLOSABLE.index(kind), 0, 0])
        if kind == "080":
            lots += 1
            lot = (one[11:14], one[5:11])
        elif kind == "102":
            invoice = {"invoice": one[5:14], "complement": one[14:20].strip(), "lot": int(one[20:23]), "parts": []}
            unit, part = 1, None
        elif kind in ("198", "199"):
            amount = cents(one[14:22], one[22])
            part = {"debtor": "Amo" if kind == "198" else "Amc", "state": one[13], "asked": int(one[5:13]), "paid": amount, "rejections": []}
            parts.append({**{name: invoice[name] for name in ("invoice", "complement", "lot")}, **part})
        elif kind == "290":
            parts[-1]["rejections"].append(one[7:17].strip())
        elif kind == "294":
            owner = [p for p in parts[-2:] if p["debtor"] == ("Amo" if one[96] == "O" else "Amc")]
            owner[-1]["rejections"].append(one[5:9].strip())
        elif kind == "090":
            unit = 1
        elif kind == "250":
            amount, unit = cents(one[29:37], one[37]), 1
        elif kind == "261":
            amount, unit = cents(one[10:18]), 1
        elif kind == "990":
            _, closed, summed = stack.pop()
            good &= int(one[22:30]) == closed and cents(one[30:41], one[41]) == summed
            if stack:
                stack[-1][1] += 1
                stack[-1][2] += summed
        elif kind == "999":
            good &= int(one[55:63]) == count and int(one[82:85]) == lots and cents(one[85:96], one[96]) == total and one[49:55] == header[49:55]
            return {"good": good, "total": cents(one[85:96], one[96]), "parts": parts}
        total += amount
        if stack:
            stack[-1][1] += unit
            stack[-1][2] += amount
    raise ValueError("no end of file")


for path in sys.stdin.read().splitlines():
    with open(path, encoding="latin-1", newline="") as file:
        print(json.dumps(decode(file.read())))
