"""The rules by which nothing that is drawn or written goes past the gate, read off the source.

A rule yields what breaks it. It knows shapes, not values: what it lets through has the one shape
that is known to be sound.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

ESC = "\x1b"


class Module(NamedTuple):
    """A module's place below the root, and all that stands in its source."""

    path: str
    nodes: list[ast.AST]

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Yield the calls of something by one of these last names."""
        for node in self.nodes:
            if isinstance(node, ast.Call) and called(node) in names:
                yield node

    def imports(self) -> Iterator[tuple[ast.stmt, str, str]]:
        """Yield what is imported: from where (or as a whole, ""), and by what name."""
        for node in self.nodes:
            if isinstance(node, ast.ImportFrom):
                yield from ((node, node.module or "", each.name) for each in node.names)
            elif isinstance(node, ast.Import):
                yield from ((node, each.name, "") for each in node.names)

    def within(self, *places: str) -> bool:
        """Tell whether it is one of some modules, or in one of some packages."""
        own = PurePosixPath(self.path)
        return any(own.is_relative_to(place) for place in places)


Rule = Callable[[Module], Iterator[ast.AST]]


def called(call: ast.Call) -> str:
    """Give the last name of what is called."""
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def name_of(node: ast.expr) -> str:
    """Give the dotted name of something, "" where it has none."""
    match node:
        case ast.Attribute(ast.Name(name), attr):
            return f"{name}.{attr}"
    return ""


def given(call: ast.Call, name: str) -> ast.expr | None:
    """Give what is handed to a call by name."""
    return next((each.value for each in call.keywords if each.arg == name), None)


def false(node: ast.expr | None) -> bool:
    """Tell whether something is plainly False."""
    return isinstance(node, ast.Constant) and node.value is False


def constant(node: ast.AST | None) -> bool:
    """Tell whether something is a text that stands in the source, there or under a name."""
    if isinstance(node, ast.Name):
        return node.id.isupper()
    if isinstance(node, ast.Attribute):
        return name_of(node).startswith("self.") and node.attr.isupper()
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def only_own_widgets(module: Module) -> Iterator[ast.AST]:
    """Of Textual's widgets the line to type in alone is used: all others read markup."""
    for node, source, name in module.imports():
        if source.startswith("textual.widgets") and name != "Input":
            yield node
        if source in {"textual.content", "textual.markup", "textual.visual", "rich.markdown"}:
            yield node
        if source == "rich.markup" or name in {"Markdown", "Pretty", "Content", "Syntax"}:
            yield node


def no_markup(module: Module) -> Iterator[ast.AST]:
    """No text is read for markup, or has words that Textual would run at a click."""
    yield from module.calls("from_markup", "from_ansi", "render_markup", "assemble", "Emoji")
    for node in module.nodes:
        match node:
            case ast.keyword("markup" | "emoji" | "highlight", value) if not false(value):
                yield node
            case ast.keyword("link" | "meta"):
                yield node
        if isinstance(node, ast.Constant) and "@click" in str(node.value):
            yield node
        if isinstance(node, ast.FunctionDef) and node.name in {"render", "__rich__"}:
            yield node  # what it gives is read for markup; `render_line` is not


def texts_are_shown(module: Module) -> Iterator[ast.AST]:
    """A text of Rich's is made of what the gate gave; a segment in one place."""
    for call in module.calls("Text"):
        match call.args[:1]:
            case [ast.Call() as made] if called(made) == "safe":
                continue
            case [ast.Attribute(attr="plain")]:
                continue
        yield call
    if not module.within("tui/render/ink.py"):
        yield from module.calls("Segment")


def shown_is_made_by_drawing(module: Module) -> Iterator[ast.AST]:
    """No one but the gate, and what puts shown words together, says that words are shown."""
    if module.within("tui/render"):
        return
    yield from module.calls("Shown")
    for call in module.calls("cast"):
        kind = call.args[0]
        if not isinstance(kind, ast.Constant) or "Shown" in str(kind.value):
            yield call


def streams_have_doors(module: Module) -> Iterator[ast.AST]:
    """Words go to stdout and stderr by a few modules; others may ask what these are like."""
    if not module.within("tui/commands/paper.py"):
        yield from module.calls("print")
    doors = ("data.py", "paper.py", "show.py", "cite.py", "surveying.py", "progress.py")
    if module.within(
        "tui/cli.py",
        "tui/fault.py",
        "tui/plainly.py",
        "tui/terminal.py",
        "tui/wire/early.py",
        *(f"tui/commands/{door}" for door in doors),
    ):
        return
    asked = {
        id(node.value)
        for node in module.nodes
        if isinstance(node, ast.Attribute) and node.attr in {"isatty", "flush", "fileno"}
    }
    for node in module.nodes:
        match node:
            case ast.Attribute(ast.Name("sys"), "stdout" | "stderr" | "__stdout__" | "__stderr__"):
                if id(node) not in asked:
                    yield node


def terminals_have_doors(module: Module) -> Iterator[ast.AST]:
    """No one goes around stdout and stderr: by their numbers, the terminal, or Textual's driver."""
    if not module.within("tui/wire/early.py", "store/files.py"):
        yield from (call for call in module.calls("write") if name_of(call.func) == "os.write")
    yield from (
        node
        for node, source, name in module.imports()
        if (source, name.strip("_")) in {("sys", "stdout"), ("sys", "stderr"), ("os", "write")}
    )
    doors = ("tui/app.py", "tui/screens/copying.py", "tui/screens/looks.py", "tui/wire")
    for node in module.nodes:
        match node:
            case ast.Constant(str(text)) if text.startswith(("/dev/tty", "/dev/std", "/dev/fd")):
                yield node
            case ast.Attribute(attr="_driver" | "_exit_renderables"):
                if not module.within(*doors):
                    yield node


def no_titles(module: Module) -> Iterator[ast.AST]:
    """Nothing is put where Textual draws it in its own way: titles, notices, hints, the end."""
    yield from module.calls("notify", "panic", "copy_to_clipboard", "save_screenshot")
    titles = {"title", "sub_title", "border_title", "border_subtitle", "tooltip", "message"}
    titles |= {"placeholder"}
    for node in module.nodes:
        match node:
            case ast.Attribute(attr=name, ctx=ast.Store()) if name in titles:
                yield node
    for call in module.calls("exit"):
        if len(call.args) > 2 or given(call, "message"):
            yield call
    for call in module.calls("Input", "__init__"):
        placeholder = given(call, "placeholder")
        if placeholder is not None and not constant(placeholder):
            yield placeholder


def consoles_are_plain(module: Module) -> Iterator[ast.AST]:
    """Rich's console is told not to look for markup, pictures and numbers in what it prints."""
    for call in module.calls("Console"):
        if not all(false(given(call, name)) for name in ("markup", "emoji", "highlight")):
            yield call
    for call in module.calls("TextColumn"):
        if not constant(call.args[0]) and not false(given(call, "markup")):
            yield call


def no_shell(module: Module) -> Iterator[ast.AST]:
    """No shell reads a word of ours, and nothing is opened by an address."""
    yield from module.calls("system", "popen", "getoutput", "getstatusoutput", "open_url", "spawn")
    yield from module.calls("eval", "exec", "execv", "execve", "execvp", "execvpe", "execl")
    yield from module.calls("execle", "execlp", "posix_spawn", "posix_spawnp", "startfile")
    yield from (node for node, *names in module.imports() if "webbrowser" in names)
    for node in module.nodes:
        if isinstance(node, ast.keyword) and node.arg == "shell" and not false(node.value):
            yield node


def sequences_have_doors(module: Module) -> Iterator[ast.AST]:
    """What a terminal obeys stands in the source of the wire, of copying, and of one counter."""
    if module.within("tui/wire", "tui/copying.py", "tui/commands/surveying.py"):
        return
    for node in module.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ESC in node.value:
            yield node


def faults_are_named(module: Module) -> Iterator[ast.AST]:
    """No traceback is printed, nor a warning: both say what an error says."""
    yield from module.calls("print_exc", "print_exception", "format_exc", "print_tb", "warn")
    for node, source, _ in module.imports():
        if source in {"traceback", "rich.traceback", "warnings", "logging"}:
            yield node


def workers_begin_their_work(module: Module) -> Iterator[ast.AST]:
    """A worker is given what begins its work: work begun for one that never runs is told of."""
    for call in module.calls("run_worker"):
        match call.args[:1]:
            case [ast.Call() as made] if called(made) != "partial":
                yield call


RULES: tuple[Rule, ...] = (
    only_own_widgets,
    no_markup,
    texts_are_shown,
    shown_is_made_by_drawing,
    streams_have_doors,
    terminals_have_doors,
    no_titles,
    consoles_are_plain,
    no_shell,
    sequences_have_doors,
    faults_are_named,
    workers_begin_their_work,
)


OF_ALL: tuple[Rule, ...] = (streams_have_doors, terminals_have_doors, no_shell)
"""The rules for what draws nothing, too."""


def broken(path: str, source: str) -> Iterator[str]:
    """Say where a module breaks which rule."""
    module = Module(path, list(ast.walk(ast.parse(source))))
    for rule in RULES if module.within("tui") else OF_ALL:
        for node in rule(module):
            line = getattr(node, "lineno", None) or node.value.lineno  # type: ignore[attr-defined]
            yield f"{path}:{line}: {rule.__doc__}"
