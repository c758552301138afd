"""How wide a text is, and whether a font can set it: the few tables of a TrueType font that say so (ISO 14496-22)."""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Dateline Card"
FILES = {"bold": FONTS / "DatelineCard-Bold.ttf", "regular": FONTS / "DatelineCard-Regular.ttf"}
SIGNS = {"So", "Sk", "Cf", "Cc", "Cs", "Co", "Cn", "Mn"}  # categories of what a text is understood without


@dataclass(frozen=True, slots=True)
class Face:
    """The advance of each character that a font has, in parts of its size."""

    advances: dict[str, float]

    def width(self, text: str, size: float) -> float:
        """Return the pixels that a text takes up; joined letters, as in Arabic, take up less."""
        return size * sum(self.advances.get(character, 0.0) for character in text)

    def settable(self, text: str) -> str:
        """Return a text without the signs that this font lacks; empty where it lacks letters."""
        kept = [one for one in text if one in self.advances or unicodedata.category(one) not in SIGNS]
        return " ".join("".join(kept).split()) if all(one in self.advances for one in kept) else ""


@cache
def face(name: str) -> Face:
    return read(FILES[name].read_bytes())


def read(data: bytes) -> Face:
    """Read the advances of a TrueType font whose characters are mapped in format 4."""
    tables = {
        data[at : at + 4].decode(): struct.unpack_from(">I", data, at + 8)[0]
        for at in range(12, 12 + 16 * u16(data, 4), 16)
    }
    em, metrics = u16(data, tables["head"] + 18), u16(data, tables["hhea"] + 34)
    glyphs = mapped(data, tables["cmap"])
    return Face(
        {chr(code): u16(data, tables["hmtx"] + 4 * min(glyph, metrics - 1)) / em for code, glyph in glyphs.items()}
    )


def mapped(data: bytes, cmap: int) -> dict[int, int]:
    """Return the glyph of each code point, by the first subtable of format 4."""
    records = range(cmap + 4, cmap + 4 + 8 * u16(data, cmap + 2), 8)
    starts = [cmap + struct.unpack_from(">I", data, at + 4)[0] for at in records]
    table = next(at for at in starts if u16(data, at) == 4)
    size = u16(data, table + 6)  # twice the number of segments
    found: dict[int, int] = {}
    for segment in range(0, size, 2):
        last, first = u16(data, table + 14 + segment), u16(data, table + 16 + size + segment)
        delta = u16(data, table + 16 + 2 * size + segment)
        place = table + 16 + 3 * size + segment
        offset = u16(data, place)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = u16(data, place + offset + 2 * (code - first)) if offset else code
            if glyph:
                found[code] = (glyph + delta) & 0xFFFF
    return found


def u16(data: bytes, at: int) -> int:
    value: int = struct.unpack_from(">H", data, at)[0]
    return value
