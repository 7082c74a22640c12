"""A signal without a toolkit: weak listeners, called in the order they came."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    """Tells its listeners a value. Holds bound methods weakly, so that a closed screen is let go."""

    def __init__(self) -> None:
        self._listeners: list[weakref.WeakMethod[Callable[[T], object]]] = []

    def connect(self, listener: Callable[[T], object]) -> None:
        """Call `listener`, a bound method, on every `emit` for as long as its object lives."""
        self._listeners.append(weakref.WeakMethod(listener))

    def emit(self, value: T) -> None:
        """Call every listener that still lives with `value`."""
        for reference in list(self._listeners):
            listener = reference()
            if listener is None:
                self._listeners.remove(reference)
            else:
                listener(value)
