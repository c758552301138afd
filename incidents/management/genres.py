"""The genre of a report, as the command line gives it."""

from __future__ import annotations

from argparse import ArgumentParser

from incidents.models import Source

AUTO = "auto"


def add_genre(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--genre",
        choices=[Source.Genre.NEWS.value, Source.Genre.NARRATIVE.value, AUTO],
        default=AUTO,
        help="What dates such as “the following week” count from: the day of the report (news), the last date named in "
        "the text (narrative), or what the text suggests (auto).",
    )


def chosen_genre(given: str) -> str:
    """Return the genre that was given; empty where it is to be proposed."""
    return "" if given == AUTO else given
