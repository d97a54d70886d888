"""The source itself: nothing can be drawn or written that has not been through the gate."""

import os
from pathlib import Path

import pytest
from mypy import api

from tests.hostile import gate

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("tui", "store", "seeds")
    for path in (ROOT / folder).rglob("*.py")
)

BAD = {
    gate.only_own_widgets: (
        "from textual.widgets import Static",
        "from textual.widgets import Input, Label",
        "from rich.markdown import Markdown",
        "from textual.content import Content",
    ),
    gate.no_markup: (
        "Text.from_markup(cable.text)",
        "Widget(markup=True)",
        "Widget(markup=allowed)",
        "style = Style(link=cable.id)",
        'act = "[@click=app.quit]Quit[/]"',
        "class Bar(Widget):\n    def render(self): return self.text",
    ),
    gate.texts_are_shown: (
        "Text(cable.subject)",
        'Text(f"{cable.id}: {cable.subject}")',
        "rich.text.Text(words)",
        "Segment(cable.subject)",
    ),
    gate.shown_is_made_by_drawing: (
        "Shown(cable.subject)",
        "cast('Shown', text)",
        "cast('list[Shown]', texts)",
        "cast(kind, text)",
    ),
    gate.streams_have_doors: (
        "print(cable.subject)",
        "sys.stdout.write(cable.subject)",
        "sys.stderr.writelines(lines)",
        "sys.stdout.buffer.write(raw)",
        "paper = sys.__stdout__\npaper.write(words)",
    ),
    gate.terminals_have_doors: (
        "os.write(1, cable.subject.encode())",
        "from os import write",
        "from sys import stdout",
        "Path('/dev/tty').write_text(cable.subject)",
        "self.app._driver.write(cable.subject)",
        "self.app._exit_renderables.append(cable.subject)",
    ),
    gate.no_titles: (
        "self.prompt.placeholder = cable.subject",
        "self.notify(cable.subject)",
        "self.title = cable.subject",
        "bar.border_title = cable.id",
        "app.exit(message=cable.text)",
        "app.exit(None, 1, cable.text)",
        "self.app.panic(cable.text)",
        "Input(placeholder=line)",
        "self.copy_to_clipboard(cable.text)",
    ),
    gate.consoles_are_plain: (
        "Console()",
        "Console(markup=False)",
        "TextColumn(path)",
    ),
    gate.no_shell: (
        "os.system(f'xdg-open {path}')",
        "subprocess.run(line, shell=True)",
        "import webbrowser",
        "self.app.open_url(address)",
        "os.popen(line)",
        "os.execvp(path, [path])",
        "os.posix_spawn(path, [path], {})",
    ),
    gate.sequences_have_doors: ('CLEAR = "\\x1b[2J"', 'f"\\x1b[{row}H"'),
    gate.workers_begin_their_work: (
        "self.run_worker(self._count(kept), group='counts')",
        "screen.run_worker(to_thread(keep))",
    ),
    gate.faults_are_named: (
        "traceback.print_exc()",
        "import logging",
        "warnings.warn(cable.subject)",
    ),
}
SNIPPETS = [
    pytest.param(rule, snippet, id=f"{rule.__name__}-{at}")
    for rule, snippets in BAD.items()
    for at, snippet in enumerate(snippets)
]


@pytest.mark.parametrize("path", MODULES)
def test_a_module_keeps_the_rules(path: str) -> None:
    assert list(gate.broken(path, (ROOT / path).read_text("utf-8"))) == []


@pytest.mark.parametrize(("rule", "snippet"), SNIPPETS)
def test_what_breaks_a_rule_is_found(rule: gate.Rule, snippet: str) -> None:
    found = list(gate.broken("tui/screens/bad.py", snippet))
    assert any(each.endswith(str(rule.__doc__)) for each in found)


def test_every_rule_is_shown_to_find_something() -> None:
    assert BAD.keys() == set(gate.RULES)


RAW = """\
from rich.segment import Segment
from tui.render.fit import fitted
from tui.render.line import Line, Stroke, runs, words
from tui.render.safe import Shown, safe

raw = "the words of a cable"
Line(raw)  # error
Line(raw[1:])  # error
Line(f"{safe(raw)} and more")  # error
Line(safe(raw))
shown: Shown = raw  # error
shown = words(raw).plain
parts: list[tuple[Shown, tuple[str, ...]]] = list(runs(words(raw)))
"""


def test_no_raw_text_is_a_line(tmp_path: Path) -> None:
    file = tmp_path / "raw.py"
    file.write_text(RAW)
    said, _, code = api.run(["--config-file", str(ROOT / "pyproject.toml"), os.fspath(file)])
    wrong = {int(line.split(":")[1]) for line in said.splitlines() if ": error:" in line}
    lines = RAW.splitlines()
    assert code == 1
    assert wrong == {at for at, line in enumerate(lines, 1) if line.endswith("# error")}, said
