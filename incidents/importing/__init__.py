"""The only door from drafts to rows, from reports and from files.

Everything arrives staged first, as one row a draft, and is applied in small batches with a cursor, so that a killed
run goes on where it stopped. Importing the same again changes nothing and never undoes what an editor did.
"""

from . import telling
from .applying import apply_file, apply_some
from .checking import check_file, is_being_checked
from .files import (
    NotNow,
    StoredFile,
    begin,
    can_go_on,
    choose,
    drop_file,
    go_on,
    keep_file,
    new_batch,
    pause,
    remap,
    stop,
)
from .mapped import take_mapping
from .polling import Polled, claim, poll
from .reading import find_format, stage_file, stage_steps, survey_file
from .reports import (
    NoTrustworthyDate,
    Outcome,
    apply,
    article_of,
    draft_from,
    fetch_report,
    genre_of,
    give_reading,
    import_report,
    is_settled,
    outcome_counts,
    read_report,
    report_ref,
    stage,
    with_source,
)
from .sources import Found, KeptSource, find_source, first_words, keep_source
from .staging import stage_lines
from .undoing import made_by, take_back, untouched

__all__ = [
    "Found",
    "KeptSource",
    "NoTrustworthyDate",
    "NotNow",
    "Outcome",
    "Polled",
    "StoredFile",
    "apply",
    "apply_file",
    "apply_some",
    "article_of",
    "begin",
    "can_go_on",
    "check_file",
    "choose",
    "claim",
    "draft_from",
    "drop_file",
    "fetch_report",
    "find_format",
    "find_source",
    "first_words",
    "genre_of",
    "give_reading",
    "go_on",
    "import_report",
    "is_being_checked",
    "is_settled",
    "keep_file",
    "keep_source",
    "made_by",
    "new_batch",
    "outcome_counts",
    "pause",
    "poll",
    "read_report",
    "remap",
    "report_ref",
    "stage",
    "stage_file",
    "stage_lines",
    "stage_steps",
    "stop",
    "survey_file",
    "take_back",
    "take_mapping",
    "telling",
    "untouched",
    "with_source",
]
