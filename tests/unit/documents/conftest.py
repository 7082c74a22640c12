"""Whoever reads a PDF with Qt needs an application, and a Python that survives it."""

import pytest

from kyr_app.ui.immortal import make_immortal

make_immortal()


@pytest.fixture(autouse=True)
def _application(qapp):
    return qapp
