"""A child process with bounds of its own: every parse of a file that nobody vouches for runs in one.

`run()` starts `python -m incidents.formats.child` and yields what it sends, a line of JSON for each item. The child
sets its own bounds on memory, processor time and files before it loads what reads the file; the parent bounds the
time it waits. Where a system has no `resource` module (Windows), only the waiting is bounded.
"""

from __future__ import annotations

import gc
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import IO, Any, BinaryIO

from ..sentences import Said, said
from .base import FormatError, Options

CALLS = {
    "read": "incidents.formats.child:read",
    "survey": "incidents.formats.reading:survey",
    "drafts": "incidents.formats.reading:drafts",
    "lines": "incidents.formats.wire:lines_of",
    "guess": "incidents.formats.wire:survey_of",
}
"""What may run in a child, by the name that asks for it: called with file, name, format and options, it returns items,
lines of text that come over as they are, or one JSON value."""

MAX_LINE = 32_000_000  # bytes of one message
STEP = 500  # items between two words of progress
ROOT = Path(__file__).parents[2]
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "TEMP", "TMP", "PYTHONPATH", "VIRTUAL_ENV")
ITEM, LINE, RESULT, ERROR, PROGRESS, END = b"i", b"l", b"r", b"e", b"p", b"x"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a child may use: bytes of address space, seconds of processor, seconds that its parent waits in all."""

    memory: int = 1_000_000_000
    processor: int = 120
    waiting: float = 150.0


# --- the parent ----------------------------------------------------------------------------------------------


class Run(Iterator[Any]):
    """What a child sends, item by item; `result` is what a call returned that is no stream, once it is read out.

    Use it in a `with` block, or read it to its end: otherwise the child is left until the garbage collector comes.
    """

    def __init__(self, call: str, path: Path | None, file: BinaryIO | None, request: dict[str, Any], bounds: Bounds):
        if call not in CALLS:
            raise ValueError(f"{call!r} is nothing that runs in a child: {', '.join(CALLS)}")
        self.name = str(request["name"])
        self.bounds = bounds
        self.result: Any = None
        self.done = 0.0  # the share of the file that has been read, from 0 to 1
        self.ended = False
        self.waited = 0.0
        self.messages: Iterator[bytes] = iter(())
        request |= {"call": call, "bounds": asdict(bounds), "path": str(path) if path else ""}
        self._start(request, file)

    def _start(self, request: dict[str, Any], file: BinaryIO | None) -> None:
        handed: tuple[int, ...] = ()
        if file is not None:
            if os.name == "nt":
                raise FormatError("%(name)s: on Windows a file is read by its path.", name=self.name)
            file.seek(0)
            handed = (file.fileno(),)
            request["descriptor"] = handed[0]
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        self.process = subprocess.Popen(  # noqa: S603  # this module, by this interpreter
            [sys.executable, "-s", "-B", "-m", __name__],
            cwd=ROOT,
            env=environment | {"PYTHONIOENCODING": "utf-8", "PYTHONHASHSEED": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=handed,
        )
        self.lines: queue.Queue[list[bytes]] = queue.Queue(maxsize=4)
        if self.process.stdin is None or self.process.stdout is None:
            raise ValueError("a child without pipes")
        self.gatherer = threading.Thread(target=_gather, args=(self.process.stdout, self.lines), daemon=True)
        self.gatherer.start()
        with suppress(OSError), self.process.stdin as stdin:  # had it died at once, the end of its output tells how
            stdin.write(json.dumps(request).encode() + b"\n")

    def __iter__(self) -> Run:
        return self

    def __next__(self) -> Any:
        while not self.ended:
            line = next(self.messages, None)
            if line is None:
                self.messages = iter(self._more())
                continue
            kind, payload = line[:1], line[1:]
            if kind == LINE:
                return payload.decode("utf-8")
            if kind == ITEM:
                return self._decoded(payload)
            self._heard(kind, payload)
        raise StopIteration

    def _heard(self, kind: bytes, payload: bytes) -> None:
        if kind == PROGRESS:
            self.done = min(1.0, max(0.0, float(payload)))
        elif kind == RESULT:
            self.result = json.loads(payload)
        elif kind == END:
            self.done = 1.0
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=5)
            self.close()
        else:
            self.close()
            if kind == ERROR:
                raise FormatError(Said.from_json(json.loads(payload)))
            raise FormatError(
                "%(name)s: the process that reads it broke off: it said what nobody understands.", name=self.name
            )

    def _decoded(self, payload: bytes) -> Any:
        from .messages import decode

        try:
            return decode(payload)
        except ValueError as error:
            self.close()
            raise FormatError(
                "%(name)s: the process that reads it sent %(error)s.", name=self.name, error=error
            ) from error

    def _more(self) -> list[bytes]:
        from time import monotonic

        began = monotonic()
        try:
            lines = self.lines.get(timeout=max(0.01, self.bounds.waiting - self.waited))
        except queue.Empty:
            self.close()
            raise FormatError(
                "%(name)s took more than %(seconds)s seconds to read. Divide it, or simplify it.",
                name=self.name,
                seconds=f"{self.bounds.waiting:g}",
            ) from None
        self.waited += monotonic() - began
        if lines:
            return lines
        code = self.process.wait()
        self.close()
        raise _death(self.name, code, self.bounds)

    def close(self) -> None:
        """End the child, whatever it does."""
        self.ended = True
        self.messages = iter(())
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        while self.gatherer.is_alive():  # what it still holds may fill the queue
            with suppress(queue.Empty):
                self.lines.get(timeout=0.05)

    def __enter__(self) -> Run:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "process") and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def run(
    call: str,
    file: Path | BinaryIO,
    name: str,
    format_name: str,
    options: Options | None = None,
    arguments: Mapping[str, Any] | None = None,
    bounds: Bounds | None = None,
) -> Run:
    """Run one of CALLS on a file, in a child; `arguments` are JSON values that the call takes by name besides.

    A file is given by its path, or open, with a descriptor of the system's (not on Windows). What goes wrong, the
    child's death by its bounds included, is a FormatError when the items are read.
    """
    request = {
        "name": name,
        "format": format_name,
        "options": asdict(options or Options()),
        "arguments": dict(arguments or {}),
    }
    path = file if isinstance(file, Path) else None
    return Run(call, path, None if isinstance(file, Path) else file, request, bounds or Bounds())


def _gather(stream: IO[bytes], lines: queue.Queue[list[bytes]]) -> None:
    """Read a child's lines in batches; an empty batch says that there are no more. The queue holds the child back."""
    rest = [b""]
    size = 0
    with stream:
        while chunk := stream.read1(1 << 16):  # type: ignore[attr-defined]
            whole = chunk.split(b"\n")
            size += len(whole[0])
            rest.append(whole[0])
            if size > MAX_LINE:
                lines.put([b"?"])
                break
            if len(whole) > 1:
                batch = [b"".join(rest), *whole[1:-1]]
                rest, size = [whole[-1]], len(whole[-1])
                lines.put([line for line in batch if line])
    lines.put([])


def _death(name: str, code: int, bounds: Bounds) -> FormatError:
    """Say in a sentence why a child ended without a word."""
    if code == -getattr(signal, "SIGXCPU", 24):
        return FormatError(
            "%(name)s needed more than %(seconds)s seconds of computing to read. Divide it, or simplify it.",
            name=name,
            seconds=bounds.processor,
        )
    if code in (-getattr(signal, "SIGKILL", 9), -getattr(signal, "SIGABRT", 6), -getattr(signal, "SIGSEGV", 11)):
        return FormatError(
            "%(name)s could not be read: the process that read it ran out of memory or stack. %(instead)s",
            name=name,
            instead=_smaller(bounds),
        )
    return FormatError(
        "%(name)s could not be read: the process that read it ended with code %(code)s.", name=name, code=str(code)
    )


def _smaller(bounds: Bounds) -> Said:
    memory = f"{bounds.memory / 1e9:g}"
    return said("It may use %(memory)s GB. Divide the file, or give it as CSV or JSON Lines.", memory=memory)


# --- the child -----------------------------------------------------------------------------------------------


def main() -> int:
    """Read a request from standard input and answer it on standard output."""
    request = json.loads(sys.stdin.buffer.readline())
    out = sys.stdout.buffer
    _bind(request["bounds"])
    try:
        return _answer(request, out)
    except FormatError as error:
        _say(out, ERROR, error.said.to_json())
    except MemoryError:
        bounds = Bounds(**request["bounds"])
        failed = FormatError(
            "%(name)s needed more than %(memory)s GB of memory. %(instead)s",
            name=request["name"],
            memory=f"{bounds.memory / 1e9:g}",
            instead=_smaller(bounds),
        )
        _say(out, ERROR, failed.said.to_json())
    except RecursionError:
        failed = FormatError("%(name)s is nested too deeply to be read.", name=request["name"])
        _say(out, ERROR, failed.said.to_json())
    except BrokenPipeError:
        os.close(1)  # nobody listens any more
    except Exception as error:  # noqa: BLE001  # the process ends here, and its parent is told why
        failed = FormatError(
            "%(name)s could not be read: %(kind)s: %(error)s",
            name=request["name"],
            kind=type(error).__name__,
            error=str(error)[:300],
        )
        _say(out, ERROR, failed.said.to_json())
    return 0


def _say(out: IO[bytes], kind: bytes, value: Any) -> None:
    out.write(kind + json.dumps(value).encode() + b"\n")
    out.flush()


def _bind(bounds: Mapping[str, Any]) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, int(bounds["memory"])),
        (resource.RLIMIT_CPU, int(bounds["processor"])),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        grace = what == resource.RLIMIT_CPU  # at the softer bound the signal tells what it was
        hard = resource.getrlimit(what)[1]
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        try:
            resource.setrlimit(what, (most, most + grace if hard == resource.RLIM_INFINITY else hard))
        except (ValueError, OSError):  # macOS knows no bound on addresses
            continue


def _answer(request: Mapping[str, Any], out: IO[bytes]) -> int:
    from . import format_named

    module, _, function = CALLS[request["call"]].partition(":")
    called = getattr(import_module(module), function)
    # Records are made, written and gone: a collector that looks for cycles among them finds none and costs a fifth.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    with _opened(request) as file:
        size = file.seek(0, 2) or 1
        file.seek(0)
        found = called(
            file,
            request["name"],
            format_named(request["format"]),
            Options(**request["options"]),
            **request["arguments"],
        )
        if isinstance(found, Iterator):
            _stream(found, file, size, out)
        else:
            _say(out, RESULT, found.to_json() if hasattr(found, "to_json") else found)
    out.write(END + b"\n")
    out.flush()
    return 0


def _stream(found: Iterator[Any], file: BinaryIO, size: int, out: IO[bytes]) -> None:
    from .messages import encode

    for number, item in enumerate(found, 1):
        if isinstance(item, str):  # a line that is ready to be kept
            out.write(LINE + item.replace("\n", " ").encode("utf-8", "replace") + b"\n")
        else:
            out.write(ITEM + encode(item).encode() + b"\n")
        if not number % STEP and not file.closed:
            out.write(PROGRESS + f"{file.tell() / size:.4f}\n".encode())


def _opened(request: Mapping[str, Any]) -> BinaryIO:
    if "descriptor" in request:
        return os.fdopen(request["descriptor"], "rb")
    return open(request["path"], "rb")


def read(file: BinaryIO, name: str, format: Any, options: Options) -> Iterator[Any]:  # noqa: A002
    """Read a file as its format does, with nothing in between."""
    yield from format.read(file, name, options)


if __name__ == "__main__":
    sys.exit(main())
