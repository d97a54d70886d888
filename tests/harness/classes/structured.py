"""JSON, CSV, XML and HTML that are broken, or made to break a reader."""

import json
from collections.abc import Callable

from tests.harness.classes.made import SEED, Bad, Make, holding

TEXT = SEED.decode()
CABLE = {"id": "09BERN7", "date": "2009-07-22", "body": "¶1. (U) The harvest was good."}
TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1969"><text><body>'
    '<div type="document" xml:id="d1"><head>Telegram</head><p>%s</p></div></body></text></TEI>'
)
ROW = '1,"1/2/2010 3:05","09BERN7","Embassy Bern","UNCLASSIFIED","","header","%s"\r\n'


def _json(text: str | Callable[[], str]) -> Make:
    return holding(lambda: (text() if callable(text) else text).encode("utf-8", "surrogatepass"))


def _volume(paragraph: str | Callable[[], str], before: str = "") -> Make:
    return holding(
        lambda: (before + TEI % (paragraph() if callable(paragraph) else paragraph)).encode()
    )


def _with(**fields: object) -> Make:
    return _json(lambda: json.dumps([CABLE | fields]))


def _rows(*bodies: str) -> Make:
    return holding(lambda: "".join(ROW % body for body in bodies).encode())


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
CLASSES = (
    Bad("JSON 100,000 deep", _json("[" * 100_000), 0, "deep|no cable"),
    Bad("objects 100,000 deep", _json('{"a":' * 100_000), 0, "deep|no cable|broken"),
    Bad("a record with depth in it", _json(f'[{{"id":"09BERN7","body":{"[" * 90_000}'), 0, "."),
    Bad("JSON that is cut", _json(json.dumps([CABLE])[:-20]), 0, "broken JSON"),
    Bad("JSON that is cut behind a cable", _json(json.dumps([CABLE, CABLE])[:-20]), 1, "broken"),
    Bad("keys given twice", _json('[{"id":"09BERN7","id":"09BERN8","body":"x"}]')),
    Bad("NaN", _json('[{"id":"09BERN7","body":NaN}]'), 0, "NaN"),
    Bad("half a pair in JSON", _json('[{"id":"09BERN7","body":"a\\ud800b"}]')),
    Bad("half a pair in bytes of JSON", _json('[{"id":"09BERN7","body":"a\ud800b"}]')),
    Bad("NULs in JSON", _with(body="a\0b")),
    Bad(
        "a number of a million digits", _json(f'[{{"id":{"9" * 1_000_000},"body":"x"}}]'), 0, "dig"
    ),
    Bad("an id that is a number", _with(id=7), 1),
    Bad("an id that is a list", _with(id=["09BERN7"])),
    Bad("a body that is a list", _with(body=["x"])),
    Bad("a body that is none", _with(body=None)),
    Bad("a date that is an object", _with(date={"x": 1}), 1),
    Bad("fields of no kind", _with(tags=7, refs={}, to=None, origin=[[]], subject=1.5), 1),
    Bad("JSON of numbers", _json("[1,2,3]"), 0, "no "),
    Bad("an empty array", _json("[]"), 0, "no "),
    Bad("50,000 empty objects", _json("[" + "{}," * 50_000 + "{}]"), 0, "no "),
    Bad(
        "lines of JSON, one broken",
        _json("\n".join([json.dumps(CABLE), '{"id":', json.dumps(CABLE | {"id": "09BERN8"})])),
        2,
        "broken",
    ),
    Bad("50,000 broken objects", _json("[" + '{"id": oops},\n' * 50_000 + "]"), 0, "broken"),
    Bad("a CSV field of 200 KB", _rows("x" * 200_000)),
    Bad("a CSV quote left open", holding((ROW % "x").encode()[:-3]), 0, "not closed"),
    Bad(
        "ragged rows",
        holding((ROW % "x" + "1,2,3\r\n" + ROW.replace("BERN7", "BERN8") % "y").encode()),
        2,
        "columns",
    ),
    Bad("formulas", _rows("=cmd|'/c calc'!A1")),
    Bad("a CSV with NULs", _rows("a\0b"), 1),
    Bad(
        "100,000 columns", holding(b'1,"1/2/2010 3:05",' + b'"x",' * 100_000), 0, "columns|no cable"
    ),
    Bad("a CSV of quotes", holding(lambda: (ROW % ('""' * 400_000)).encode())),
    Bad(
        "a billion laughs",
        _volume("&l9;", f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'),
        0,
        "entities",
    ),
    Bad(
        "a quadratic blow-up",
        _volume(lambda: "&a;" * 50_000, f'<!DOCTYPE x [<!ENTITY a "{"x" * 50_000}">]>'),
        0,
        "entities",
    ),
    Bad(
        "an entity of a file",
        _volume("&x;", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        0,
        "entities",
    ),
    Bad("an entity of the net", _volume("x", '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'), 1),
    Bad(
        "a parameter entity",
        _volume("x", '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/">%e;]>'),
        0,
        "entities",
    ),
    Bad(
        "an entity in UTF-16",
        holding(
            (
                '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]>'
                + TEI % "&a;"
            ).encode("utf-16")
        ),
        0,
        "entities",
    ),
    Bad("XML 100,000 deep", _volume(lambda: "<hi>" * 100_000 + "</hi>" * 100_000), 0, "."),
    Bad("XML that is cut", holding((TEI % "x").encode()[:-40]), 0, "."),
    Bad(
        "XML that is not in the encoding it says",
        holding(b'<?xml version="1.0" encoding="utf-8"?>' + (TEI % "\xe9").encode("latin-1")),
        1,
        "Invalid bytes",
    ),
    Bad(
        "XML in an encoding that is none",
        holding(b'<?xml version="1.0" encoding="klingon"?>' + (TEI % "x").encode()),
        1,
        "klingon",
    ),
    Bad("XML with a control", _volume("a\x01b"), 0, "."),
    Bad(
        "100,000 attributes",
        _volume(lambda: "<hi " + " ".join(f"a{n}='x'" for n in range(100_000)) + "/>"),
        1,
    ),
    Bad(
        "a volume without documents",
        holding(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'),
        0,
        "without documents",
    ),
    Bad(
        "an instruction to the reader",
        _volume('<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>x'),
    ),
    Bad(
        "HTML left open 100,000 times",
        holding(lambda: b"<html><body>" + b"<div>" * 100_000),
        0,
        "no cable|.",
    ),
    Bad(
        "HTML with a script",
        holding(b"<html><script>fetch('http://127.0.0.1:9')</script></html>"),
        0,
        "no cable",
    ),
    Bad(
        "HTML of entities",
        holding(lambda: b"<html><body><pre>" + b"&amp;" * 200_000),
        0,
        "no cable|.",
    ),
    Bad(
        "a cable in HTML",
        holding(
            lambda: f"<html><body><pre>{TEXT[TEXT.index('VZCZ') :]}</pre></body></html>".encode()
        ),
        1,
    ),
)
