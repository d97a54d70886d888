from pathlib import Path

import pytest

from store import importer
from store.cable import Cable, Link, Mention, Reference
from store.library import Library
from store.relations import cited, named, refers, spellings


def test_a_cable_names_others_once_each_in_the_order_of_its_parts() -> None:
    cable = Cable(
        "09A1",
        "As said in 09A4 and reftels.",
        refs=(
            Reference("09A2", "A", None, "cable", "A 2"),
            Reference(None, "B", None, "email", "SMITH E-MAIL"),
            Reference("09A3", "C", None, "cable", "A 3"),
        ),
        links=(Link("corrects", "09A5"), Link("duplicates", None)),
        mentions=(Mention(("09A4",), 11, 15), Mention(("09A2", "09A3"), 20, 27)),
    )
    assert list(named(cable)) == ["09A2", "09A3", "09A5", "09A4"]
    assert [name for name, spoken in named(cable).items() if spoken] == ["09A4"]


CITED = "09MOSCOW1869"
TEXTS = {
    "09ZENDA1": "REF: 09 MOSCOW 1869\n\n1. (U) As said in reftel.",
    "09ZENDA2": "1. (U) As said in 09 MOSCOW 1869, the granary was full.",
    "09ZENDA3": "1. (U) As said in Moscow 001869 and MOSCOW 001869, it was full.",
    "09ZENDA4": "1. (U) In the Moscow of 1869 granaries were full.",
    "09ZENDA5": "1. (U) As said in 08 MOSCOW 1869, it was empty.",
}


def test_what_names_a_cable_in_its_text_alone_is_told_from_a_ref(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for name, text in TEXTS.items():
        (files / f"{name}.txt").write_text(
            f"{name}\nGRANARY\nMon Jan 12 00:00:00 +0000 2009\nUNCLASSIFIED\nConsulate Zenda\n"
            f"R 121200Z JAN 09\nFM AMCONSUL ZENDA\nTO SECSTATE WASHDC\n"
            f"UNCLAS ZENDA {name[-1]:0>6}\n\nSUBJECT: GRANARY\n\n{text}\n"
        )
    with Library.open(tmp_path / "library", create=True) as library:
        importer.run([files], library, processes=0)
        found = {each.id: each.spoken for each in cited(library, CITED)}
        [forth] = refers(library, "09ZENDA2")
    assert found == {"09ZENDA1": False, "09ZENDA2": True, "09ZENDA3": True}
    assert (forth.id, forth.row, forth.spoken) == (CITED, None, True)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (CITED, '"09MOSCOW1869" OR "MOSCOW 1869" OR "MOSCOW 001869"'),
        ("no id", '"no id"'),
    ],
)
def test_a_cable_is_looked_for_as_texts_spell_it(name: str, line: str) -> None:
    assert spellings(name).startswith(line)
