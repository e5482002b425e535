"""A second, naive decoder of B2: from the tables of schemas/b2, one field after the other, everything in memory.

b2-decoder.py SCHEMA-FOLDER CORPUS

CORPUS holds files, each behind its length (4 bytes, big-endian). Answers one line a file: a digest of all values,
and what is wrong as CODE@PLACE, in order. Shares nothing with the product but the tables.
"""

import calendar
import datetime
import hashlib
import os
import re
import sys


# ---- tables -------------------------------------------------------------------------------------------------------

def sections(path):
    """The little YAML that schema files are: top keys, one level of keys below, literal blocks."""
    top, key, block = {}, None, None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        if indent == 0:
            name, _, value = line.partition(":")
            key, value = name, value.strip().strip('"')
            top[key] = [] if value == "|" else ({} if value == "" else value)
            block = top[key] if value == "|" else None
        elif isinstance(top[key], dict) and indent == 2:
            block = top[key][line.strip().split(":")[0].strip('"')] = []
        else:
            block.append(line.strip())
    return top


def load(folder):
    base, over = sections(os.path.join(folder, "cp-2007.yaml")), sections(os.path.join(folder, "cp-2023.yaml"))
    codes = {}
    records = {}
    for part in (base, over):
        for name, rows in part.get("codes", {}).items():
            known = dict((row.split(" ", 1) + [""])[:2] for row in rows if row != "open")
            codes[name] = (["" if code == "blank" else code for code in known], "open" in rows)
        for name, rows in part["records"].items():
            fields = [field(row, codes) for row in rows if row[0].isdecimal()]
            kept = [f for f in records.get(name, []) if not any(g["from"] <= f["to"] and g["to"] >= f["from"] for g in fields)]
            records[name] = sorted(kept + fields, key=lambda f: f["from"])
    return records, [total(row) for row in base["totals"]], [re.match(r"(\S+) (\d+) = (\S+) (\d+)", row).groups() for row in base["repeats"]]


def field(row, codes):
    text, _, marks = row.partition(" | ")
    place, kind, presence, name, label = text.split(" ", 4)
    start, _, end = place.partition("-")
    made = dict(name=name, number=kind == "N", needed=presence == "O", codes=None, fixed=None, meaning="", zero_ok=False, nonzero=False, decimals=0, key="", care="")
    made["from"], made["to"] = int(start), int(end or start)
    for mark in marks.split(", ") if marks else []:
        word, _, value = mark.partition(" ")
        if word == "fixed":
            made["fixed"] = value.ljust(made["to"] - made["from"] + 1)
        elif word == "codes":
            made["codes"] = codes[value]
        elif word in ("date", "birth", "count"):
            made["meaning"], made["care"] = word, value
        elif word == "cents":
            made["meaning"], made["decimals"] = "amount", 2
        elif word == "decimals":
            made["meaning"], made["decimals"] = "amount", int(value)
        elif word == "zero":
            made["zero_ok"] = True
        elif word == "nonzero":
            made["nonzero"] = True
        elif word in ("nir", "finess"):
            made["key"] = word
        elif word == "free":
            made.update(name="reserve" + start, number=False, needed=False)
    return made


def total(row):
    record, position, _, rest = row.split(" ", 3)
    return record, int(position), re.findall(r"([+-]?) ?(#\S+|\w+\.\d+)", rest)


# ---- one field ----------------------------------------------------------------------------------------------------

def is_day(text):
    if not text[:6].isdecimal() or len(text) < 6:
        return False
    year, month, day = int(text[:2]), int(text[2:4]), int(text[4:6])
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000 + year, month)[1]


def is_birth(text):
    if is_day(text):
        return True
    if not text.isdecimal():
        return False
    month, day = int(text[2:4]), int(text[4:6])
    return day <= 31 and (month == 0 or 20 <= month <= 42 or month >= 50 or (month <= 12 and day == 0))


def nir_agrees(text):
    number, key = text[:13], text[13:]
    if number[5:7] in ("2A", "2B"):
        number = number[:5] + {"2A": "19", "2B": "18"}[number[5:7]] + number[7:]
    return number.isdecimal() and key.isdecimal() and 97 - int(number) % 97 == int(key)


def luhn(text):
    doubled = [int(digit) * (2 if at % 2 else 1) for at, digit in enumerate(reversed(text))]
    return sum(d // 10 + d % 10 for d in doubled) % 10 == 0


def fault(f, record):
    """(code, from, to) or None."""
    text, where = record[f["from"] - 1:f["to"]], (f["from"], f["to"])
    for at, letter in enumerate(text):
        if not " " <= letter <= "~":
            return "SIM2504", f["from"] + at, f["from"] + at
    blank, zeros = text.strip(" ") == "", text.strip("0") == ""
    if f["name"] == "-":
        return None if blank or (zeros and f["number"]) else ("SIM2514", *where)
    if blank:
        return None if not f["needed"] or (f["codes"] and "" in f["codes"][0]) else ("SIM2506", *where)
    if f["number"] and f["key"] != "finess" and not text.isdecimal():
        return "SIM2505", *where
    day = f["meaning"] in ("date", "birth")
    if zeros and f["needed"] and (f["nonzero"] or (day and not f["zero_ok"])):
        return "SIM2506", *where
    if zeros and f["number"] and (not f["needed"] or day):
        return None
    if f["fixed"] and text != f["fixed"]:
        return "SIM2507", *where
    if f["codes"] and text not in [code.ljust(len(text)) for code in f["codes"][0]]:
        return ("SIM2509" if f["codes"][1] else "SIM2508"), *where
    if f["meaning"] == "date" and not is_day(text) or f["meaning"] == "birth" and not is_birth(text):
        return "SIM2510", *where
    if f["key"] == "nir" and not nir_agrees(record[f["from"] - 1:f["from"] + 14]):
        return "SIM2511", *where
    if f["key"] == "finess":
        if text.isdecimal():
            return None if luhn(text) else ("SIM2512", *where)
        return ("SIM2513" if re.fullmatch(r"2[AB]\d{7}", text) else "SIM2505"), *where
    return None


def value(f, fields, record):
    """The value as text, None for none."""
    text = record[f["from"] - 1:f["to"]]
    zeros = text.strip("0") == ""
    if text.strip(" ") == "":
        return None
    if zeros and f["number"] and not f["codes"] and f["meaning"] not in ("count", "amount") and (not f["needed"] or f["zero_ok"]):
        return None
    if f["meaning"] in ("count", "amount") and text.isdecimal():
        digits = text.lstrip("0").rjust(f["decimals"] + 1, "0")
        return digits[:-f["decimals"]] + "." + digits[-f["decimals"]:] if f["decimals"] else digits
    if f["meaning"] in ("date", "birth") and len(text) == 6 and is_day(text):
        year, month, day = 2000 + int(text[:2]), int(text[2:4]), int(text[4:])
        care = None
        if f["meaning"] == "birth":
            other = next(g for g in fields if g["name"] == f["care"])
            care = value(other, fields, record)
            care = datetime.date.fromisoformat(care) if care and re.fullmatch(r"\d{4}-\d\d-\d\d", care) else None
        late = (year, month, day) > (care.year, care.month, care.day) if care else year - 2000 >= 70
        year -= 100 if late else 0
        if day <= calendar.monthrange(year, month)[1]:
            return f"{year:04}-{month:02}-{day:02}"
    return text.rstrip(" ")


# ---- a file -------------------------------------------------------------------------------------------------------

def split(text):
    """Records with their offsets, and whether the last one is cut off."""
    if not re.search("[\r\n]", text[:384]):
        return [(text[at:at + 128], at) for at in range(0, len(text), 128)], len(text) % 128 != 0, False
    lines, odd, first = [], False, None
    at = 0
    for part in re.finditer("([^\r\n]*)(\r\n|\r|\n|$)", text):
        if part.start() >= len(text):
            break
        if part.group(1):
            lines.append((part.group(1), part.start()))
        end = part.group(2)
        first = first or end
        odd = odd or (end != "" and end != first) or not part.group(1)
    cut = lines and lines[-1][1] + len(lines[-1][0]) == len(text) and len(lines[-1][0]) < 128
    return lines, cut, odd


class Decoder:
    def __init__(self, folder):
        self.records, self.totals, self.repeats = load(folder)

    def layout(self, record, cp):
        if len(record) < 39:
            return None
        kind = record[0]
        if kind in "09":
            return kind * 3 if record[:3] in ("000", "999") else None
        if kind not in "123456":
            return None
        if kind in "234":
            letter36, letter39 = record[35], record[38]
            if "A" <= letter36 <= "Z":
                return next((n for n in (kind + letter36,) if n in self.records and n != "3S"), None)
            if (cp or kind == "3") and "A" <= letter39 <= "Z":
                return next((n for n in (kind + letter39 + "CP", "3S") if n in self.records and n[:2] == kind + letter39), None)
        return kind + "CP" if cp and kind + "CP" in self.records else kind

    def decode(self, text):
        out, values = [], []
        lines, cut, odd = split(text)
        cp, file_cp, head, lot_head = True, True, None, None
        begun = ended = lot = filled = invoice = False
        line, number, known = "", "", False
        lots, invoices = set(), set()
        scope = {"invoice": [], "lot": [], "file": []}
        n = 0

        def say(code, *where):
            place = f"record {n}" + (f", {where[0]}" if where and where[0] == where[1] else f", {where[0]}-{where[1]}" if where else "")
            out.append(f"{code}@{place}")

        def at(name, record, position):
            f = next(f for f in self.records[name] if f["from"] == position)
            return f, record[f["from"] - 1:f["to"]]

        def named(name, record, wanted):
            f = next(f for f in self.records[name] if f["name"] == wanted)
            return f, record[f["from"] - 1:f["to"]]

        def order(name):
            nonlocal begun, ended, lot, filled, invoice, line
            kind, sub = name[0], name not in ("000", "1", "2", "2CP", "3", "4", "4CP", "5", "5CP", "6", "999")
            if ended and kind != "0":
                say("SIM2523")
            bad = 0
            if kind == "0":
                bad += lot
                if begun:
                    if bad:
                        say("SIM2518")
                        bad = 0
                    say("SIM2521")
                begun, ended, lot, invoice = True, False, False, False
            elif kind == "1":
                bad += not begun or lot
                lot, filled, invoice = True, False, False
            elif kind == "6":
                bad += not lot or invoice
                bad += lot and not filled
                lot, invoice = False, False
            elif kind == "9":
                bad += not begun or lot
                ended, lot, invoice = True, False, False
            elif kind == "2" and not sub:
                bad += not lot or invoice
                invoice, filled, line = True, True, ""
            elif kind == "2":
                bad += not invoice or line != ""
            elif kind == "5":
                bad += not invoice
                bad += invoice and line == ""
                invoice = False
            elif not sub:
                bad += not invoice
                line = kind
            else:
                bad += not invoice or line != kind
            for _ in range(bad):
                say("SIM2518")

        def where(kind):
            return "lot" if kind in "16" else "file" if kind in "09" else "invoice"

        def close(name):
            if name in ("000", "1", "6", "999", "2", "2CP"):
                scope["lot"] += scope["invoice"]
                scope["invoice"] = []
            if name in ("000", "1", "999"):
                scope["file"] += scope["lot"]
                scope["lot"] = []

        def term(words, members):
            """The number, and whether every amount in it could be read."""
            sign, what = words
            if what[0] == "#":
                count = sum(1 for kind, name, _ in members if what == "#*" or what[1:] == name or (what[-1] == "*" and kind == what[1]))
                return (-count if sign == "-" else count), True
            name, position = what.split(".")
            amount, sure = 0, True
            for _, member, record in members:
                if member == name:
                    text = at(name, record, int(position))[1]
                    sure = sure and (text.isdecimal() or text.strip(" ") == "")
                    amount += int(text) if text.isdecimal() else 0
            return (-amount if sign == "-" else amount), sure

        def certain(members):
            amounts = {tuple(words[1].split(".")) for _, _, terms in self.totals for words in terms if "." in words[1]}
            for _, name, record in members:
                if name is None:
                    return False
                for layout, position in amounts:
                    if layout == name:
                        text = at(name, record, int(position))[1]
                        if not (text.isdecimal() or text.strip(" ") == ""):
                            return False
            return True

        for index, (record, offset) in enumerate(lines):
            n += 1
            name = self.layout(record, cp)
            if len(record) != 128:
                say("SIM2503" if cut and index == len(lines) - 1 else "SIM2502")
                if name:
                    order(name)
                    head = None if name == "000" else head
                    lot_head = None if name in ("000", "1") else lot_head
                    known = known and name not in ("2", "2CP")
                scope[where(record[0])].append((record[0], None, record))
                continue
            if name is None:
                say("SIM2528" if n == 1 else "SIM2501")
                scope[where(record[0])].append((record[0], None, record))
                continue
            for f in self.records[name]:
                found = fault(f, record)
                if found:
                    say(*found)
                text = value(f, self.records[name], record) if f["name"] != "-" else None
                if text is not None:
                    values.append(f"{n}.{f['name']}={text}")
            if n == 1 and name != "000":
                say("SIM2528")
            if name == "000":
                head, lot_head = record, None
                cp = file_cp = named(name, record, "norme")[1].rstrip() == "CP"
            elif name == "1":
                lot_head = record
                f, norm = named(name, record, "norme")
                own_cp = norm.rstrip() == "CP"
                cp = own_cp or bool(head and file_cp)
                if head and own_cp != file_cp:
                    say("SIM2524", f["from"], f["to"])
            else:
                for to, position, source, there in self.repeats:
                    first = head if source == "000" else lot_head
                    if to == name and first and at(to, record, int(position))[1] != at(source, first, int(there))[1]:
                        f = at(to, record, int(position))[0]
                        say("SIM2525", f["from"], f["to"])
            order(name)
            finess = record[1:10] if record[1:10].isdecimal() else ""
            if name == "1":
                f, lot_number = named(name, record, "numeroLot")
                if lot_number.isdecimal() and int(lot_number):
                    if (finess, lot_number) in lots:
                        say("SIM2519", f["from"], f["to"])
                    lots.add((finess, lot_number))
            elif any(f["name"] == "numeroFacture" for f in self.records[name]):
                f, own = named(name, record, "numeroFacture")
                if name in ("2", "2CP"):
                    number, known = own, True
                    if own.isdecimal() and int(own):
                        if (finess, own) in invoices:
                            say("SIM2520", f["from"], f["to"])
                        invoices.add((finess, own))
                elif (invoice or name in ("5", "5CP")) and known and own != number:
                    say("SIM2517", f["from"], f["to"])
            close(name)
            members = scope[where(name[0])]
            members.append((name[0], name, record))
            for to, position, terms in self.totals:
                if to != name:
                    continue
                counting = terms[0][1][0] == "#"
                f, written = at(to, record, position)
                if not (written.isdecimal() or written.strip(" ") == "") or not (counting or certain(members)):
                    continue
                if int(written.strip(" ") or "0") != sum(term(words, members)[0] for words in terms):
                    say("SIM2515" if counting else "SIM2516", f["from"], f["to"])
        if not ended:
            say("SIM2522")
        digest = hashlib.sha256("\n".join(values).encode("latin-1")).hexdigest()[:16]
        return digest + (" " + "; ".join(out) if out else ""), odd


def main():
    decoder = Decoder(sys.argv[1])
    corpus = open(sys.argv[2], "rb").read()
    at = 0
    while at < len(corpus):
        length = int.from_bytes(corpus[at:at + 4], "big")
        print(decoder.decode(corpus[at + 4:at + 4 + length].decode("latin-1"))[0])
        at += 4 + length


if __name__ == "__main__":
    main()
