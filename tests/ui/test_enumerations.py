"""Qt's enumerations are the same whichever way they are made."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EVERY = """
import copy, enum, operator
import kyr_app.ui.enumerations as ours

from PySide6 import QtCore, QtDBus, QtGui, QtPrintSupport, QtSvg, QtWidgets

found = set()
for module in (QtCore, QtDBus, QtGui, QtPrintSupport, QtSvg, QtWidgets):
    for outer in [getattr(module, name) for name in dir(module)]:
        inside = [getattr(outer, name, None) for name in dir(outer)] if isinstance(outer, type) else []
        found |= {each for each in (outer, *inside) if isinstance(each, enum.EnumType)}

def value(of, made):
    if isinstance(of, made):
        return ("member", of.name, of.value)
    if isinstance(of, dict):
        return {key: value(each, made) for key, each in of.items()}
    return of

def tried(act, *of):
    "What comes of it; some of Qt's flags hold numbers that Python cannot walk through."
    try:
        return repr(act(*of))
    except (ValueError, AttributeError, TypeError) as error:
        return repr(error)

def told(made, items):
    "What somebody can see of an enumeration."
    held = {key: value(each, made) for key, each in vars(made).items() if key != "__module__"}
    held = {key: each for key, each in held.items() if not hasattr(each, "__get__")}
    acts = [len(made), repr(made), made.__doc__, [(m.name, m.value) for m in made]]
    for name, number in items:
        one = getattr(made, name)
        acts.append((repr(one), str(one), f"{one}", hash(one), one is made(number), one is made[name],
                     one.name, one.value, one in made, one._sort_order_,
                     isinstance(one, int), one.__objclass__ is made))
    if issubclass(made, enum.Flag):
        first = getattr(made, items[0][0]) if items else None
        for name, number in items[:12]:
            one = getattr(made, name)
            acts += [tried(act, one, first) for act in (operator.or_, operator.and_, operator.xor)]
            acts += [tried(act, one) for act in (operator.invert, list, bool)]
            acts.append(tried(operator.contains, one, first))
    acts += [tried(made, number) for number in (0, 1 << 40)]
    return held, acts

short = members = 0
for each in found:
    kind, name = each.__mro__[1], each.__name__
    if kind not in ours.KINDS:
        continue
    items = [(one, member.value) for one, member in each.__members__.items()]
    quick = kind(name, items, boundary=enum.KEEP)
    slow = ours._at_length(kind, name, items, boundary=enum.KEEP)
    assert told(quick, items) == told(slow, items), (name, told(quick, items), told(slow, items))
    assert type(quick) is type(slow) is enum.EnumType and quick.__mro__[1:] == slow.__mro__[1:], name
    assert all(copy.deepcopy(one) is one for one in quick), name  # at length, 3.11.2 cannot copy them at all
    short, members = short + ours._plain(items, {}), members + len(items)
print(len(found), short, members)
"""


def told(program):
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_enumeration_of_qt_is_what_python_makes_at_length():
    found, short, members = map(int, told(EVERY).split())
    print(found, short, members)
    assert found > 400
    assert short == found
    assert members > 4000
