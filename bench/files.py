"""The files of a folder, compressed beforehand, as a site: `BENCH_FILES` names it."""

import os
from collections.abc import Callable, Iterable

from whitenoise import WhiteNoise


def missing(
    environ: dict[str, object], start_response: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    start_response("404 Not Found", [("Content-Type", "text/plain"), ("Content-Length", "0")])
    return [b""]


app = WhiteNoise(missing, root=os.environ["BENCH_FILES"])
