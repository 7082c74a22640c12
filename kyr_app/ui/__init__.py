"""The window: the only package that knows Qt. Screens call the session and never write state.

May import: everything below it, and PySide6 without its network. No words without a language mark, no colour and
no size but those of `assets/theme.toml`.
"""

from kyr_app.ui.enumerations import make_short
from kyr_app.ui.immortal import make_immortal
from kyr_app.ui.imports import keep_pythons_own

make_immortal()  # before the first call of Qt, whichever module of this package comes first
make_short()  # and these two before its first class
keep_pythons_own()
