"""Time EDTF parsing beside python-edtf, in one process and in turns: `python -m bench.edtf [rounds]`.

Run it as a module: as a file, its folder would come first on the path and `edtf` would be this very module.

Each value is parsed anew every time; ours keeps no parsed value. Ours computes the bounds while parsing, so
it stands with them in both comparisons. Ends with status 1 where the limit is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from statistics import median
from time import perf_counter

from incidents.temporal.edtf import EDTF, EDTFError
from incidents.temporal.gregorian import masked_numbers

LIMIT = 100
OURS_A_ROUND = 20  # ours is too short to time once

# Both read these. Left out are those that python-edtf refuses, fails on or hangs on (HARD).
SHARED = {
    "day": ["1985-04-12", "2023-09-19", "2024-02-29"],
    "month or year": ["2023-09", "1985", "0044", "-0044"],
    "date and time": ["1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "2023-09-19T14:30:00+02:00"],
    "season or quarter": ["2001-21", "2001-34", "2023-22"],
    "qualified": ["1984?", "2004-06~", "2004-06-11%", "2004-06~-11", "?2004-06-~11", "2004-%06-11"],
    "unspecified": ["201X", "20XX", "2004-XX", "1985-XX-XX", "156X-12-25", "1XXX-12-XX", "XXXX-12-XX"],
    "long year": ["Y170000002", "Y-170000002", "Y-17E7", "Y3388E2S3", "1950S2"],
    "interval": ["1964/2008", "2023-09-11/2023-09-17", "2004-06-XX/2004-07-03", "1985-04-12/"],
    "set": ["[1667,1668,1670..1672]", "[2023-09-11..2023-09-17]", "{1960,1961-12}", "[1667,1760-12]"],
}
HARD = {
    "exponent of 8 digits": "Y17E99999999",
    "exponent of 197 digits": "Y9E" + "9" * 197,
    "200 characters": "[" + ",".join(["1XXX-XX-XX"] * 18) + "]",
    "leap day of 1,000 odd years": "XXX1-02-29",
    "100,000 characters": "[" + "1984," * 20_000,
}


def their_parser() -> Callable[[str], object]:
    parse: Callable[[str], object] = import_module("edtf").parse_edtf
    return parse


def their_bounds(parse: Callable[[str], object]) -> Callable[[str], object]:
    def parse_and_bound(text: str) -> object:
        value = parse(text)
        return value.lower_strict(), value.upper_strict()  # type: ignore[attr-defined]

    return parse_and_bound


def parse_without_masks(text: str) -> EDTF:
    masked_numbers.cache_clear()
    return EDTF.parse(text)


def outcome(text: str) -> None:
    with suppress(EDTFError):
        EDTF.parse(text)


def seconds_each(read: Callable[[str], object], texts: list[str], repeats: int = 1) -> float:
    started = perf_counter()
    for _ in range(repeats):
        for text in texts:
            read(text)
    return (perf_counter() - started) / (repeats * len(texts))


def compare(texts: list[str], rounds: int) -> list[float]:
    """Give the median microseconds a value of: their parse, theirs with bounds, ours, ours without masks."""
    parse = their_parser()
    readers = [(parse, 1), (their_bounds(parse), 1), (EDTF.parse, OURS_A_ROUND), (parse_without_masks, 1)]
    for reader, _ in readers:
        seconds_each(reader, texts)
    runs = [[seconds_each(reader, texts, repeats) for reader, repeats in readers] for _ in range(rounds)]
    return [median(run[column] for run in runs) * 1e6 for column in range(len(readers))]


def line(name: str, figures: list[float]) -> str:
    theirs, theirs_bounded, ours, ours_cold = figures
    return (
        f"{name:<20}{theirs:>10,.0f}{theirs_bounded:>10,.0f}{ours:>8.1f}{ours_cold:>8.1f}"
        f"{theirs / ours:>10,.0f} x{theirs_bounded / ours:>10,.0f} x{theirs / ours_cold:>10,.0f} x"
    )


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"EDTF, microseconds a value, median of {rounds} rounds in turns; no parsed value is kept by either")
    print(f"{'':<20}{'python-edtf':>20}{'ours':>16}{'python-edtf takes … times ours':>36}")
    print(f"{'':<20}{'parse':>10}{'+bounds':>10}{'':>8}{'cold':>8}{'parse':>12}{'+bounds':>12}{'cold':>12}")
    for name, texts in SHARED.items():
        print(line(name, compare(texts, rounds)))
    figures = compare([text for texts in SHARED.values() for text in texts], rounds)
    print(line("all together", figures))
    print("cold: with the table of masked months and days (1X, XX …) emptied before every value")
    print("\nours alone, where python-edtf hangs, fails or is not asked:")
    for name, text in HARD.items():
        each = median(seconds_each(outcome, [text], 5) for _ in range(rounds)) * 1e6
        print(f"  {name:<28}{each:>8.1f} microseconds")
    ratio = figures[0] / figures[2]
    print(f"\nratio {ratio:,.0f}, limit {LIMIT}: {'held' if ratio >= LIMIT else 'MISSED'}")
    return 0 if ratio >= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
