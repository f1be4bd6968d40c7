"""What the rules of the house ask of a source file: read and parsed once for all of them, of which no tree is kept."""

from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "hamstring_gui"
PARTS = ("body", "orelse", "finalbody", "handlers", "cases")
"""Where a statement has other statements."""
SPACES = {
    "setContentsMargins", "setSpacing", "addSpacing", "setHorizontalSpacing", "setVerticalSpacing", "column", "row"
}  # fmt: skip
A_SPACE = re.compile(r"(^|_)(GAP|PAD|INSET|MARGIN|EDGE)S?(_|$)")
A_LOOK = re.compile(rf"\b((mixed|QColor|{'|'.join(SPACES)})\s*\(|(gap|margins)\s*=)")


@dataclass(frozen=True)
class Import:
    """One imported module: by which file, in which line, and whether that happens when the file is imported."""

    path: Path
    line: int
    module: str
    at_once: bool

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.line} imports {self.module}"


@dataclass
class Source:
    """A file: its imports, the lines of its functions, its classes with their bases' names and what their constructors
    ask for, where it calls what by a bare name, and its looks without a name."""

    docstring: str
    imports: list[Import] = field(default_factory=list)
    functions: list[tuple[str, int]] = field(default_factory=list)
    classes: list[tuple[str, set[str], int]] = field(default_factory=list)
    calls: list[tuple[int, str]] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)


@cache
def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@cache
def modules() -> dict[Path, Source]:
    """Every module of the program. A tree is no garbage until it is done with: Python need not look for any in it."""
    looking = gc.isenabled()
    gc.disable()
    found = {path: source_of(path, ast.parse(text_of(path))) for path in sorted(PACKAGE.rglob("*.py"))}
    if looking:
        gc.enable()
    return found


def source_of(path: Path, tree: ast.Module) -> Source:
    found = Source(ast.get_docstring(tree) or "")
    for node, at_once in statements(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found.imports += imports_in(path, node, at_once)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.functions.append((node.name, (node.end_lineno or 0) - node.lineno + 1))
        elif isinstance(node, ast.ClassDef):
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            found.classes.append((node.name, bases, asked_for(node)))
    if PACKAGE / "program" in path.parents:
        called = [node for node in calls_in(tree) if isinstance(node.func, ast.Name)]
        found.calls = [(node.lineno, node.func.id) for node in called if isinstance(node.func, ast.Name)]
    if PACKAGE / "ui" in path.parents:
        found.looks = unnamed_looks(tree, text_of(path))
    return found


def statements(node: ast.AST, at_once: bool = True) -> Iterator[tuple[ast.AST, bool]]:
    """Every statement within one, and whether it is done when the file is imported."""
    for part in PARTS:
        children = getattr(node, part, ())
        for child in children if isinstance(children, list) else ():  # a lambda's and a choice's are no statements
            yield child, at_once
            later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            only_types = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            yield from statements(child, at_once and not later and not only_types)


def calls_in(node: ast.AST) -> Iterator[ast.Call]:
    if isinstance(node, ast.Call):
        yield node
    for name in node._fields:
        value = getattr(node, name, None)
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, ast.AST):
                yield from calls_in(child)


def imports_of(path: Path, tree: ast.Module) -> list[Import]:
    return source_of(path, tree).imports


def imports_in(path: Path, node: ast.Import | ast.ImportFrom, at_once: bool) -> list[Import]:
    if isinstance(node, ast.Import):
        return [Import(path, node.lineno, name.name, at_once) for name in node.names]
    inside = path.parent.relative_to(ROOT).parts
    up = inside[: len(inside) - node.level + 1] if node.level else ()
    base = ".".join([*up, *([node.module] if node.module else [])])
    return [Import(path, node.lineno, f"{base}.{name.name}", at_once) for name in node.names]


def asked_for(node: ast.ClassDef) -> int:
    """What a class's constructor asks for, beside itself."""
    made = [one.args for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"]
    return max((len(one.args) + len(one.kwonlyargs) - 1 for one in made), default=0)


def unnamed_looks(tree: ast.Module, text: str) -> list[str]:
    """Where a page mixes or makes up a colour, or gives a space in px, instead of naming one of the theme's."""
    found = [f"{node.lineno}: {name}" for node in tree.body for name in spaces_of_its_own(node)]
    for node in calls_in(tree) if A_LOOK.search(text) else ():
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        named = [word.value for word in node.keywords if word.arg in ("gap", "margins")]
        numbers = [*node.args, *(n for one in named for n in (one.elts if isinstance(one, ast.Tuple) else [one]))]
        literal = any(isinstance(n, ast.Constant) and isinstance(n.value, int) and n.value for n in numbers)
        made_up = called == "QColor" and any(isinstance(n, ast.Constant) for n in node.args)
        if called == "mixed" or made_up or (called in SPACES and literal):
            found.append(f"{node.lineno}: {called}")
    return found


def spaces_of_its_own(node: ast.stmt) -> list[str]:
    """The names in `PAD, ARROW = 14, 26` that are spaces, where they are whole numbers of px."""
    if not isinstance(node, ast.Assign):
        return []
    pairs = [(node.targets[0], node.value)]
    if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
        pairs = list(zip(node.targets[0].elts, node.value.elts, strict=True))
    return [
        name.id for name, value in pairs
        if isinstance(name, ast.Name) and A_SPACE.search(name.id)
        and isinstance(value, ast.Constant) and isinstance(value.value, int)
    ]  # fmt: skip
