"""Make one plain line of what is typed or pasted as a date, in the signs that a keyboard has."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
SIGNS = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2212\u2e3a\ufe58\ufe63", "-")
    | dict.fromkeys("\u2044\u2215\u29f8", "/")
    | dict(zip("ʳᵈᵗʰˢⁿᵉᵒᵃ", "rdthsneºª", strict=True))
    | {"\u2015": "—", "∼": "~", "≈": "~", "≃": "~", "˜": "~"}
)
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
WRAPPINGS = ("()", "“”", "„“", "„”", "‘’", "‚‘", "«»", "»«", "‹›", "「」", '""', "''", "``", "<>", "[]")
DASHED_DAY = re.compile(r"(\d{4})[–—](\d\d)[–—](\d\d)")
DOUBTED = re.compile(r" ?[(\[]\?[)\]]$")


class ControlCharacter(ValueError):
    """A character that nothing shows, at a place of the text."""

    def __init__(self, text: str, place: int) -> None:
        self.name = f"U+{ord(text[place]):04X}"
        self.before = " ".join(CONTROL.sub("", text[:place]).split())
        super().__init__(f"{self.name} at character {place + 1}")


def one_line(text: str) -> str:
    """Return the text in plain signs, with single blanks. Raises ControlCharacter."""
    if found := CONTROL.search(text):
        raise ControlCharacter(text, found.start())
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFC", INVISIBLE.sub("", text).translate(FULL_WIDTH).translate(SIGNS))
        plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in plain)
    return " ".join(plain.split())


def undressed(line: str) -> str:
    """Take away brackets and quotation marks around the whole, and the dashes that an editor makes of hyphens."""
    for _ in range(3):
        line = line.strip(" ;,")
        pair = next((pair for pair in WRAPPINGS if len(line) > 2 and line[0] + line[-1] == pair), "")
        if not pair or any(sign in line[1:-1] for sign in pair):
            break
        line = line[1:-1]
    return DASHED_DAY.sub(r"\1-\2-\3", DOUBTED.sub("?", line)).strip(" ;,")
