"""A made-up collection of cables, the same for the same seed, of any size.

    python tests/bench/corpus.py 250000 DIR                  a folder of files, one a cable
    python tests/bench/corpus.py 250000 FILE --form csv      the eight-column CSV
    python tests/bench/corpus.py 250000 - --form stream      one text, cables one after another

Words follow Zipf's law over 150,000 forms with ordinary English on top, lengths are log-normal
with a mean of 1,040 words, levels come in the proportions of the largest public sets, and REFs
point at other cables of the same collection. Nothing in it ever happened.
"""

import argparse
import csv
import math
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import NamedTuple, TextIO

ROOT = Path(__file__).parent.parent.parent
ORDINARY = """the of and to in a that for on is was with he it said as by at from be are not his
which this has have an had but their they were would we about also will who more its or been
government minister president party country political meeting ambassador embassy new support
election policy security foreign officials however local during security economic national
public group members one all first two year years between including after before against could
should other over into than there because told noted stated added according believe while most
some many any only such very well major military trade human rights law court police opposition
press comment summary end state states united american international regional development bank
energy oil gas percent million prices market investment company companies agreement treaty
cooperation training visit request action post poloff econoff emboffs chief director deputy
secretary general committee parliament speaker vote campaign border refugees aid assistance
water health program project reform corruption crime drug terrorism nuclear weapons""".split()
ONSETS = "b br c ch d dr f fl g gr h j k kr l m n p pr qu r s sh sk st t tr v w z".split()
VOWELS = "a e i o u ai ea io ou".split()
CODAS = ["", "", "n", "r", "s", "l", "t", "nd", "st", "rm", "x"]
LEVELS = {
    "UNCLASSIFIED": (0.496, "UNCLAS", "UUUUU", ("U",)),
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY": (0.232, "UNCLAS", "UUUUU", ("SBU", "SBU", "U")),
    "CONFIDENTIAL": (0.205, "C O N F I D E N T I A L", "CCCCC", ("C", "C", "U", "SBU")),
    "CONFIDENTIAL//NOFORN": (0.014, "C O N F I D E N T I A L", "CCCCC", ("C/NF", "C")),
    "SECRET": (0.045, "S E C R E T", "SSSSS", ("S", "S", "C", "U")),
    "SECRET//NOFORN": (0.008, "S E C R E T", "SSSSS", ("S/NF", "S")),
}
SUBJECT_TAGS = """PREL PGOV ECON PTER PHUM MARR ETRD EFIN EINV KDEM PINR EAID ENRG SNAR PARM KNNP
ASEC OVIP MOPS SOCI PREF SENV KCRM EAGR ELAB CVIS SCUL OPRC KPAO AMGT TBIO EAIR KIPR""".split()
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
PRECEDENCES = ("R", "R", "R", "P", "P", "O")


class Post(NamedTuple):
    """A post as ids spell it, as FM lines do, and its routing indicator."""

    id: str
    name: str
    routing: str


class Placed(NamedTuple):
    """What makes a cable's id: where and when it was sent, and its serial number."""

    post: Post
    sent: datetime
    serial: int

    @property
    def id(self) -> str:
        """Reference id, `09MOSCOW1869`."""
        return f"{self.sent:%y}{self.post.id}{self.serial}"


class Made(NamedTuple):
    """One cable in the parts that every form is written from."""

    placed: Placed
    level: str
    subject: str
    refs: tuple[str, ...]
    header: str
    body: str


@cache
def posts() -> list[Post]:
    """Some 220 posts with a routing indicator, from the project's own table."""
    lines = (ROOT / "seeds/tables/posts.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [Post(row[0], row[1], row[2].split()[0]) for row in rows if len(row) > 2 and row[2]]


@cache
def vocabulary(size: int = 150_000) -> tuple[list[str], list[float]]:
    """Words by rank and their cumulative Zipf-Mandelbrot weights."""
    rng = Random(1966)
    words = dict.fromkeys(ORDINARY)
    while len(words) < size:
        syllables = rng.choice((1, 1, 2) if len(words) < 2_000 else (1, 2, 2, 3))
        words["".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(syllables))
              + rng.choice(CODAS)] = None  # fmt: skip
    weights = accumulate(1 / (rank + 2.7) ** 1.07 for rank in range(size))
    return list(words), list(weights)


def placed(number: int, seed: int) -> Placed:
    """Where and when cable `number` was sent; more of them in later years and from few posts."""
    rng = Random(seed << 33 | number << 1)
    every = posts()
    post = every[int(len(every) * rng.random() ** 1.8)]
    days = int(16_070 * rng.random() ** 0.45)
    sent = datetime(1966, 1, 1) + timedelta(days=days, minutes=rng.randrange(1440))
    return Placed(post, sent, number + 1)


def sentences(rng: Random, count: int) -> str:
    """`count` words of prose."""
    words, weights = vocabulary()
    chosen = rng.choices(words, cum_weights=weights, k=count)
    at = 0
    while at < count:
        chosen[at] = chosen[at].capitalize()
        at = min(count, at + rng.randint(8, 26))
        chosen[at - 1] += "." if rng.random() > 0.04 else f" ({rng.randint(2, 90_000):,})."
    return " ".join(chosen)


def wrapped(text: str, width: int = 68) -> list[str]:
    """Lines as the telegram system broke them, each with its trailing blank."""
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line += word + " "
    return [*lines, line]


def paragraphs(rng: Random, words: int, marks: tuple[str, ...], page: str) -> Iterator[str]:
    """Body lines: numbered, marked paragraphs under headings, and the breaks between sections."""
    number, since_page = 0, 0
    while words > 0:
        number += 1
        size = min(words, rng.randint(50, 150))
        if number > 1 and rng.random() < 0.3:
            yield from ("---------- ", sentences(rng, 3).title().rstrip(".") + " ", "-" * 9 + " ")
            yield " "
        start = "Summary.  " if number == 1 else ""
        yield from wrapped(f"¶{number}. ({rng.choice(marks)}) {start}{sentences(rng, size)}")
        yield " "
        words, since_page = words - size, since_page + size
        if since_page > 900 and words > 0:
            since_page = 0
            yield from (" ", page, " ", " ")


def made(number: int, seed: int) -> Made:
    """Cable `number` of the collection `seed`."""
    rng = Random(seed << 33 | number << 1 | 1)
    at = placed(number, seed)
    post, sent = at.post, at.sent
    level = rng.choices(list(LEVELS), weights=[share for share, *_ in LEVELS.values()])[0]
    _, marking, letters, marks = LEVELS[level]
    subject = sentences(rng, rng.randint(5, 14)).upper().rstrip(".")
    cited = rng.choice((0, 0, 1, 1, 2, 4))
    refs = tuple(placed(rng.randrange(max(1, number)), seed).id for _ in range(cited))
    precedence = rng.choice(PRECEDENCES)
    others = [rng.choice(posts()) for _ in range(rng.randint(2, 7))]
    day = sent.timetuple().tm_yday
    header = "\n".join([
        f"VZCZCX{post.routing[-2:]}{number % 9000 + 1000}",
        " ".join([precedence * 2, *(other.routing for other in others)]),
        f"DE {post.routing} #{at.serial % 9999:04} {day:03}{sent:%H%M}",
        f"ZN{'R' if letters == 'UUUUU' else 'Y'} {letters} ZZH",
        f"{precedence} {sent:%d%H%M}Z {MONTHS[sent.month - 1]} {sent:%y}",
        f"FM {post.name}",
        f"TO RUEHC/SECSTATE WASHDC {number % 9999:04}",
        "INFO " + "\n".join(f"{other.routing}/{other.name}" for other in others),
    ])  # fmt: skip
    classification = f"{marking} {post.name.split(' ', 1)[-1]} {at.serial:06} \n \n"
    if level.endswith("USE ONLY"):
        classification += "SENSITIVE \n"
    elif "NOFORN" in level:
        classification += "NOFORN \n"
    eo = "N/A" if letters == "UUUUU" else f"DECL: {sent:%m/%d}/{sent.year + 10}"
    tags = " ".join(dict.fromkeys(
        SUBJECT_TAGS[int(len(SUBJECT_TAGS) * rng.random() ** 2)] for _ in range(rng.randint(2, 6))
    ))  # fmt: skip
    words = int(rng.lognormvariate(math.log(1040) - 0.32, 0.8))
    body = "\n".join([
        f"{classification}SIPDIS \n \nE.O. 12958: {eo} \nTAGS: {tags} ",
        *wrapped(f"SUBJECT: {subject}"),
        " ",
        *([f"REF: {', '.join(spoken(ref) for ref in refs)} ", " "] if refs else []),
        *paragraphs(rng, words, marks, f"{post.id} {at.serial:08}  002 OF 002 "),
        post.id[::-1].title().upper(),
    ])  # fmt: skip
    return Made(at, level, subject, refs, header, body)


def spoken(ref: str) -> str:
    """`09MOSCOW1869` as a REF line says it, `09 MOSCOW 1869`."""
    digits = len(ref.rstrip("0123456789"))
    return f"{ref[:2]} {ref[2:digits]} {ref[digits:]}"


def listing(cable: Made) -> str:
    """The cable in the seed's layout: listing lines, then header and body joined with nothing."""
    at = cable.placed
    title = wrapped(cable.subject)[0].rstrip()
    stamp = f"{at.sent:%a %b %d} 00:00:00 +0200 {at.sent.year}"
    origin = f"Embassy {at.post.name.split(' ', 1)[-1].title()}"
    return f"{at.id}\n{title}\n{stamp}\n{cable.level}\n{origin}\n{cable.header}{cable.body}"


def row(number: int, cable: Made) -> list[str]:
    """The cable as a row of the eight-column CSV."""
    at = cable.placed
    stamp = f"{at.sent.month}/{at.sent.day}/{at.sent.year} {at.sent.hour}:{at.sent:%M}"
    origin = f"Embassy {at.post.name.split(' ', 1)[-1].title()}"
    return [str(number + 1), stamp, at.id, origin, cable.level, "|".join(cable.refs),
            cable.header + "\n", cable.body]  # fmt: skip


def write_files(job: tuple[int, int, int, Path]) -> int:
    """Files for cables `first` to `last`, a thousand a folder; returns their bytes."""
    first, last, seed, root = job
    size = 0
    for number in range(first, last):
        cable = made(number, seed)
        path = root / f"{number // 1000:03}" / f"{cable.placed.id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(listing(cable).encode())
    return size


def write_stream(count: int, seed: int, form: str, out: TextIO) -> None:
    """The collection as one text in `form`."""
    rows = csv.writer(out, lineterminator="\n", doublequote=False, escapechar="\\")
    for number in range(count):
        cable = made(number, seed)
        if form == "csv":
            rows.writerow(row(number, cable))
        else:
            out.write(listing(cable) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("dest", help="a folder, a file, or - for stdout")
    parser.add_argument("--form", choices=("folder", "csv", "stream"), default="folder")
    parser.add_argument("--seed", type=int, default=1869)
    parser.add_argument("--jobs", type=int, default=None, help="processes (default: all cores)")
    args = parser.parse_args()
    if args.form == "folder":
        jobs = [(first, min(args.count, first + 1000), args.seed, Path(args.dest))
                for first in range(0, args.count, 1000)]  # fmt: skip
        with Pool(args.jobs) as pool:
            print(f"{args.count} cables, {sum(pool.imap_unordered(write_files, jobs)):,} bytes")
    elif args.dest == "-":
        write_stream(args.count, args.seed, args.form, sys.stdout)
    else:
        with Path(args.dest).open("w", encoding="utf-8", newline="") as out:
            write_stream(args.count, args.seed, args.form, out)


if __name__ == "__main__":
    main()
