"""Coverage-guided fuzzing of all that reads what strangers wrote.

    pip install atheris                       in an environment beside that of reftel
    python -m tests.harness.fuzz parse        one of layouts, parse, query, safe, config, marks
    python -m tests.harness.fuzz all --seconds 600 --corpus DIR       each in turn, the time shared

An input is wrong when what reads it raises what it does not say it raises, or breaks a promise:
bytes are kept, text is as long as it was, a record gives the cable again. It is then left as a file
`crash-…` in the folder of the target. Prints a JSON line a target.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module, resources
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
RUNS = re.compile(r"Done (\d+) runs|#(\d+)\s")
LONGEST = 20_000
Target = Callable[[bytes], object]


def layouts() -> Target:
    from store import layouts as every
    from store.cable import Received
    from store.errors import Refused
    from store.layouts.input import decoded

    def read(data: bytes) -> None:
        try:
            for each in every.read(data, "x"):
                if isinstance(each, Received) and each.layout in ("listing", "plain", "nara"):
                    assert each.raw in data or data[:1] in b"\x1fB\xfd"
        except Refused:
            pass
        text, encoding, _ = decoded(data)
        assert text.encode(encoding) == data

    return read


def parse() -> Target:
    from store import layouts as every
    from store.cable import Received
    from store.codes import mentioned, placed
    from store.errors import Refused
    from store.explain import explain
    from store.holdings.prepared import prepared, sourced
    from store.holdings.record import from_record, to_record
    from store.index.entry import entry
    from store.parse import parse as parsed

    def read(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        received = [Received("plain", data, text, "utf-8", None, 0)]
        with suppress(Refused):
            received += [each for each in every.read(data, "x") if isinstance(each, Received)]
        for each in received:
            cable = sourced(parsed(each), each, "/x")
            prepared(cable, each)
            entry(cable)
            assert from_record(json.loads(json.dumps(to_record(cable))), cable.text) == cable
            for code in (*placed(cable), *mentioned(cable)):
                explain(code.code, cable)

    return read


def query() -> Target:
    from store import query as queries
    from store.errors import QueryInvalid

    def read(data: bytes) -> None:
        line = data.decode("utf-8", "surrogateescape")
        for typing in (False, True):
            with suppress(QueryInvalid):
                queries.parse(line, typing=typing)

    return read


def safe() -> Target:
    from rich.cells import cell_len

    from tui.render.safe import safe as gate

    def read(data: bytes) -> None:
        text = data.decode("utf-8", "surrogatepass" if data[:1] < b"\x80" else "replace")
        shown = gate(text)
        assert len(shown) == len(text)
        assert gate(shown) == shown
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
        shown.encode()
        cell_len(shown)

    def whole(data: bytes) -> None:
        with suppress(UnicodeDecodeError):
            read(data)

    return whole


def config() -> Target:
    from tui.config.reading import load

    path = Path(tempfile.mkdtemp()) / "config.toml"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        loaded = load(path)
        loaded.said()
        loaded.first()

    return read


def marks() -> Target:
    from store.errors import LibraryNewer, MarksDamaged
    from store.marks import Marks

    path = Path(tempfile.mkdtemp()) / "marks.json"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        made = Marks(path)
        try:
            for mark in made.all():
                assert made.of(mark.id) == mark
            made.searches.all()
            made.searches.history()
            made.tag(["09MOSCOW1869"], add=["x"])
        except (MarksDamaged, LibraryNewer):
            assert path.read_bytes() == data
        else:
            assert made.of("09MOSCOW1869").tags[-1] == "x"

    return read


TARGETS = {each.__name__: each for each in (layouts, parse, query, safe, config, marks)}
WATCHED = {
    "layouts": ["store.layouts"],
    "parse": ["store.parse", "store.holdings", "store.index.entry", "store.explain", "store.codes"],
    "query": ["store.query"],
    "safe": ["tui.render.safe"],
    "config": ["tui.config"],
    "marks": ["store.marks"],
}
BEGINNINGS: dict[str, tuple[str, ...]] = {
    "query": (
        'origin:moscow (tag:KIPR or tag:ETRD) -date:2009-05..2009-07 "a b"~5 pri* is:unread',
        'level:>=secret before:1980 note:"x y" tag:mine/w in:csv ref:09MOSCOW1869 -(a or b)',
    ),
    "safe": ("\x1b]52;c;Zm9v\x07 a\u0300\u202eb\ufe0f \x9b2J \U0001f600",),
    "config": (
        'library = "~/x"\n[list]\norder = "oldest"\n[reader]\nwidth = 72\n',
        '[keys]\n"cable.next" = ["J", "ctrl+n"]\nfind.open = "x"\n[import]\nmax_size = "10M"\n',
    ),
    "marks": (
        '{"format": {"marks": {"version": 1, "saved": "0"}},"cables": {"09MOSCOW1869": '
        '{"starred": "2009", "tags": ["a"], "notes": [{"text": "b", "paragraph": "3", "at": "c"}],'
        '"position": {"line": 3, "paragraph": null}}},"searches": {"s": {"line": "a", "found": 1,'
        '"at": "b"}},"history": {"a": {"at": "b"}}}',
    ),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=["all", *TARGETS])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path, help="a folder in which inputs are kept")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    top = args.corpus or Path(tempfile.mkdtemp())
    if args.here:
        run(args.target, args.seconds, top)
    names = list(TARGETS) if args.target == "all" else [args.target]
    failed = False
    for name in names:
        told = apart(name, args.seconds // len(names), top)
        print(json.dumps(told), flush=True)
        failed |= bool(told["crashes"]) or not told["runs"]
    return 1 if failed else 0


def apart(name: str, seconds: int, top: Path) -> dict[str, object]:
    """Fuzz one target in a process of its own; say how many runs there were, and which crashed."""
    words = [sys.executable, "-m", "tests.harness.fuzz", name, "--here"]
    words += ["--seconds", str(seconds), "--corpus", str(top)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, errors="replace")
    counts = [int(a or b) for a, b in RUNS.findall(done.stderr)]
    crashes = sorted(str(each) for each in (top / name).glob("crash-*"))
    told = {"target": name, "seconds": seconds, "runs": max(counts, default=0), "crashes": crashes}
    if done.returncode:
        told["said"] = done.stderr[-1500:]
    return told


def run(name: str, seconds: int, top: Path) -> None:
    """Fuzz here; this does not return."""
    atheris: Any = import_module("atheris")  # no dependency of the project
    folder = top / name
    for kind in ("inputs", "seeds"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(BEGINNINGS.get(name, ())):
        (folder / "seeds" / str(number)).write_text(text, "utf-8")
    if name in ("layouts", "parse"):
        for each in resources.files("seeds").joinpath("cables").iterdir():
            (folder / "seeds" / each.name).write_bytes(each.read_bytes())
    with atheris.instrument_imports(include=WATCHED[name]):
        target = TARGETS[name]()
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        "-timeout=10",
        "-rss_limit_mb=800",
    ]
    places = [f"-artifact_prefix={folder}/", str(folder / "inputs"), str(folder / "seeds")]
    atheris.Setup([sys.argv[0], *options, *places], target)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
