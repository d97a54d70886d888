"""The values a transmission header is made of, format lines 1 to 9 of ACP 127: nothing else."""

from typing import NamedTuple


class TransmissionId(NamedTuple):
    """`VZCZCXRO3059`: channel XRO, its serial number 3059."""

    channel: str
    serial: int


class Routing(NamedTuple):
    """`RR RUEHAG RUEHAST …`: the highest precedence and where the message was routed."""

    precedence: str
    indicators: tuple[str, ...]


class Station(NamedTuple):
    """`DE RUEHMO #1869/01 2030336`: sending station, its serial, section, day of year, UTC time."""

    routing: str
    serial: int
    section: int | None
    day: int
    time: str


class Security(NamedTuple):
    """`ZNR UUUUU ZZH`: how it may be sent, the level, release and special codes, signals."""

    signal: str
    level: str | None
    release: str | None
    special: str | None
    signals: tuple[str, ...]


class DateTimeGroup(NamedTuple):
    """`R 220336Z JUL 09`: precedences (action first, then info), the moment in UTC, signals.

    `sent` is ISO (`2009-07-22T03:36:00Z`), None for a group that names no real moment; `text`
    is the line as received.
    """

    text: str
    precedences: tuple[str, ...]
    sent: str | None
    signals: tuple[str, ...]


class Addressee(NamedTuple):
    """`RUEHC/SECSTATE WASHDC IMMEDIATE 4310`: routing indicator, name, continuity number.

    The number stays text: `0121` and `121` are different numbers of the same series.
    """

    routing: str | None
    name: str
    number: str | None
    precedence: str | None


class Header(NamedTuple):
    """The transmission header, format lines 1 to 9 of ACP 127; `origin` is its FM line."""

    transmission: TransmissionId | None = None
    routing: Routing | None = None
    station: Station | None = None
    security: Security | None = None
    dtg: DateTimeGroup | None = None
    origin: str | None = None
    to: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    excluded: tuple[Addressee, ...] = ()
