import sys
from threading import Thread

import pytest

from tui.cli import main
from tui.commands import info
from tui.fault import INTERNAL_ERROR, fault, report_all

WORDS = "the words of a cable"


def int_of_words() -> None:
    raise ValueError(WORDS)


def test_a_fault_is_named_by_type_and_place_alone() -> None:
    with pytest.raises(ValueError, match=WORDS) as raised:
        int_of_words()
    said = fault(raised.value)
    assert "ValueError" in said
    assert "test_fault.py:" in said
    assert WORDS not in said


def test_without_a_place_the_type_is_named() -> None:
    assert "KeyError at unknown place" in fault(KeyError(WORDS))


def test_a_fault_of_a_command_shows_no_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(info, "run", lambda args: int_of_words())
    assert main(["info"]) == INTERNAL_ERROR
    said = capsys.readouterr().err
    assert "ValueError at" in said
    assert WORDS not in said
    assert len(said.splitlines()) == 1


def test_a_fault_of_a_thread_shows_no_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("threading.excepthook", sys.excepthook)
    monkeypatch.setattr("sys.unraisablehook", sys.unraisablehook)
    report_all()
    thread = Thread(target=int_of_words)
    thread.start()
    thread.join()
    said = capsys.readouterr().err
    assert "ValueError at" in said
    assert WORDS not in said
