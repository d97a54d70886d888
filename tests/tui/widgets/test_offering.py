"""A line with choices above it: what Enter, Tab and the arrows make of it."""

from collections.abc import Sequence
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult

from store.errors import LibraryDamaged
from tui.commanding import Choice, Offer
from tui.render.line import words
from tui.widgets.choices import Panel
from tui.widgets.offering import Offering
from tui.widgets.prompt import Prompt

FRUIT = ("apple", "apricot", "banana")


class Asked:
    """Asks for a fruit; `more` goes on after a blank."""

    sign: ClassVar[str] = ":"
    earlier: Sequence[str] = ("last", "first")

    def offered(self, line: str) -> Offer:
        if line == "broken":
            raise LibraryDamaged("it is gone")
        found = [Choice(each, each) for each in FRUIT if each.startswith(line)]
        return Offer([Choice("more ", "more", done=False), *found], 1 if line and found else None)

    def typed(self, line: str) -> bool:
        return False

    async def taken(self, line: str) -> str | None:
        return "" if line == "banana" else None

    async def rubbed(self) -> bool:
        return False

    async def answered(self, line: str) -> None:
        raise AssertionError

    def given_up(self) -> None:
        raise AssertionError


class Line(App[None]):
    """A prompt with a panel."""

    def __init__(self) -> None:
        super().__init__()
        self.prompt = Prompt()
        self.panel = Panel(lambda _: words("keys"))
        self.offering = Offering(Asked(), self.prompt, self.panel)

    def compose(self) -> ComposeResult:
        yield self.prompt
        yield self.panel

    async def type(self, line: str) -> None:
        self.prompt.value = line
        await self.offering.follow(line)


@pytest.mark.parametrize(
    ("line", "steps", "whole", "then"),
    [
        pytest.param("ap", [], True, "apple", id="the choice that is meant"),
        pytest.param("ap", [1], True, "apricot", id="the one that is chosen"),
        pytest.param("ap", [-1], False, "more ", id="one that goes on"),
        pytest.param("b", [], False, "", id="one after which it goes on"),
        pytest.param("kiwi", [], True, "kiwi", id="the line, where no choice is meant"),
        pytest.param("broken", [], True, "broken", id="the line, where nothing can be offered"),
        pytest.param("", [], True, "", id="nothing"),
    ],
)
async def test_enter_takes_what_is_meant(
    line: str,
    steps: list[int],
    whole: bool,  # noqa: FBT001
    then: str,
) -> None:
    app = Line()
    async with app.run_test(size=(40, 20)):
        await app.type(line)
        for step in steps:
            await app.offering.step(step)
        assert await app.offering.whole() is whole
        assert app.prompt.value == then


@pytest.mark.parametrize(
    ("line", "then"), [("ap", "apple"), ("", "more "), ("kiwi", "more "), ("broken", "broken")]
)
async def test_tab_writes_what_is_meant_or_else_the_first(line: str, then: str) -> None:
    app = Line()
    async with app.run_test(size=(40, 20)):
        await app.type(line)
        await app.offering.complete()
        assert app.prompt.value == then


@pytest.mark.parametrize(
    ("steps", "then"),
    [
        ([-1], "last"),
        ([-1, -1], "first"),
        ([-1, -1, -1], "first"),
        ([-1, -1, 1], "last"),
        ([-1, 1], "own"),
        ([1, -1], "last"),
    ],
    ids=str,
)
async def test_up_from_the_top_brings_lines_typed_before(steps: list[int], then: str) -> None:
    app = Line()
    async with app.run_test(size=(40, 20)):
        await app.type("own")
        for step in steps:
            await app.offering.step(step)
            await app.offering.follow(app.prompt.value)
        assert app.prompt.value == then
