"""A small screen reader, run by the system's own Python: reads the tree by AT-SPI, and acts by names alone.

One command a line on its input, one answer a line on its output, both JSON:
    {"do": "tree"}                          name, role and states of everything that shows
    {"do": "press", "name": ...}            press what has this name, or begins with it
    {"do": "write", "text": ...}            type into the only line there is
    {"do": "heard"}                         what was announced and what got the focus since the last time
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib

MOST_DEEP = 40
PATIENCE = 30.0
PRESSES = ("press", "toggle", "click", "check")
STATES = {"focusable", "focused", "checked", "checkable", "editable", "enabled"}


def walk(node, deep=0):
    """Yield a node and everything under it that shows."""
    if deep and not node.getState().contains(pyatspi.STATE_SHOWING):
        return
    yield node
    for at in range(node.childCount):
        child = node.getChildAtIndex(at)
        if child is not None and deep < MOST_DEEP:
            yield from walk(child, deep + 1)


def frame(title):
    """Return the window called `title`."""
    desktop = pyatspi.Registry.getDesktop(0)
    programs = [desktop.getChildAtIndex(at) for at in range(desktop.childCount)]
    windows = [each.getChildAtIndex(at) for each in programs if each for at in range(each.childCount)]
    return next((each for each in windows if each is not None and each.name == title), None)


def told(node):
    """Return what a screen reader would say of a node."""
    states = {pyatspi.stateToString(each) for each in node.getState().getStates()}
    return {"name": node.name, "role": node.getRoleName(), "states": sorted(states & STATES)}


def press(window, name):
    """Press what has this name, or else what begins with it; return whether there was one."""
    able = [each for each in walk(window) if each.getState().contains(pyatspi.STATE_FOCUSABLE)]
    wanted = [each for each in able if each.name == name] or [
        each for each in able if each.name.startswith(name)
    ]
    for node in wanted[:1]:
        action = node.queryAction()
        names = [action.getName(at).lower() for at in range(action.nActions)]
        found = next((names.index(each) for each in PRESSES if each in names), None)
        return found is not None and action.doAction(found)
    return False


def write(window, text):
    """Type into the only line there is; return whether there was one."""
    lines = [each for each in walk(window) if each.getState().contains(pyatspi.STATE_EDITABLE)]
    return bool(lines) and lines[0].queryEditableText().setTextContents(text)


def hear(seconds=0.2):
    """Let what the program tells arrive."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not GLib.MainContext.default().iteration(False):
            time.sleep(0.01)


def main(title):
    """Wait for the window, and do what is asked."""
    heard, window, end = [], None, time.monotonic() + PATIENCE

    def note(event):
        if "announcement" in event.type:
            heard.append(["announced", str(event.any_data)])
        elif event.detail1:
            heard.append(["focus", event.source.name])

    for kind in ("object:state-changed:focused", "object:announcement"):
        pyatspi.Registry.registerEventListener(note, kind)
    while window is None and time.monotonic() < end:
        window = frame(title)
        time.sleep(0.1)
    print(json.dumps(window is not None), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["do"] == "tree":
            answer = [told(each) for each in walk(window)]
        elif asked["do"] == "press":
            answer = press(window, asked["name"])
        elif asked["do"] == "write":
            answer = write(window, asked["text"])
        else:
            hear()
            answer, heard[:] = list(heard), []
        print(json.dumps(answer), flush=True)


main(sys.argv[1])
