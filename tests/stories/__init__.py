"""Families, as tables that a lawyer can read, and the ways to play them."""

import pytest

pytest.register_assert_rewrite("tests.stories.book")
