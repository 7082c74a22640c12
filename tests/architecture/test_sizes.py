"""A maximum beats an average: how long modules and functions may be; and what is public says what it is for.

Who needs more writes why, where the reader stands: `# long because: …` on the line of the `def` or just above
it, or among the first five lines of the module.
"""

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = [ROOT / "dev.py", *sorted((ROOT / "kyr_app").rglob("*.py"))]
LONGEST_MODULE = 250
LONGEST_FUNCTION = 40
EXCUSE = "long because:"

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITIONS = (*FUNCTIONS, ast.ClassDef)


def length(function):
    return function.end_lineno - function.lineno + 1


def excused(lines, function):
    signature = lines[max(function.lineno - 2, 0) : function.body[0].lineno]
    return any(EXCUSE in line for line in signature)


def without_words(node, *, outermost=True):
    """Yield the public definitions without a docstring, down to methods; a function's inside is its own."""
    if outermost and not ast.get_docstring(node):
        yield "the module"
    for child in node.body:
        if isinstance(child, DEFINITIONS) and not child.name.startswith("_"):
            if not ast.get_docstring(child) and not overrides(child):
                yield child.name
            if isinstance(child, ast.ClassDef):
                yield from (f"{child.name}.{name}" for name in without_words(child, outermost=False))


def overrides(node):
    """Tell whether the name is another's (Qt's, say), whose documentation then says what it does."""
    names = {getattr(it, "id", getattr(it, "attr", "")) for it in node.decorator_list}
    return not names.isdisjoint({"override", "overload"})


def read(path):
    """Return the lines of a module and its tree."""
    text = path.read_text(encoding="utf-8")
    return text.splitlines(), ast.parse(text)


@pytest.fixture(scope="module", params=MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def module(request):
    """A module, for all that is asked of it, then the next."""
    return read(request.param)


def test_module_is_short(module):
    lines, _ = module
    assert len(lines) <= LONGEST_MODULE or any(EXCUSE in line for line in lines[:5])


def test_functions_are_short(module):
    lines, tree = module
    functions = [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    long = {
        it.name: length(it) for it in functions if length(it) > LONGEST_FUNCTION and not excused(lines, it)
    }
    assert not long


def test_everything_public_says_what_it_is_for(module):
    _, tree = module
    assert not list(without_words(tree))


def test_figures(capsys):
    """Print the figures for the reader of the log; the typical module and function stay far below the limits."""
    modules, functions = [], []
    for lines, tree in map(read, MODULES):
        modules.append(len(lines))
        functions += [length(node) for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    modules.sort()
    functions.sort()
    with capsys.disabled():
        print(
            f"\n{len(modules)} modules, {sum(modules)} lines: median {statistics.median(modules):g}, "
            f"longest {modules[-1]}; {len(functions)} functions: median {statistics.median(functions):g}, "
            f"longest {functions[-1]}"
        )
    assert statistics.median(modules) <= LONGEST_MODULE / 2
    assert statistics.median(functions) <= LONGEST_FUNCTION / 4
