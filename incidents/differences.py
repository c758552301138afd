"""Which words of a text another one leaves out, and which it adds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

# A word with the blanks behind it; writing that puts no blanks between words goes sign by sign.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{_UNSPACED}]\s*|[^\s{_UNSPACED}]+\s*")
MOST_WORDS = 4_000  # of longer texts nothing is compared: the one stands for the other as a whole


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both texts have (""), only the one before ("del") or only the one after ("ins")."""

    how: str
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """Return both texts as one, in pieces; blanks alone make no difference, and are those of the text after."""
    old, new = WORD.findall(before.strip()), WORD.findall(after.strip())
    if len(old) > MOST_WORDS or len(new) > MOST_WORDS:
        return pieces(["".join(old)], ["".join(new)]) if before != after else pieces([], [], "".join(new))
    found: list[Piece] = []
    codes = Indel.opcodes([word.strip() for word in old], [word.strip() for word in new])
    for same, group in groupby(codes, key=lambda code: code.tag == "equal"):
        parts = list(group)
        ours = [word for code in parts for word in new[code.dest_start : code.dest_end]]
        if same:
            found += pieces([], [], "".join(ours))
        else:
            found += pieces([word for code in parts for word in old[code.src_start : code.src_end]], ours)
    return found


def pieces(old: list[str], new: list[str], same: str = "") -> list[Piece]:
    texts = ("", same), ("del", "".join(old)), ("ins", "".join(new))
    return [Piece(how, text) for how, text in texts if text]
