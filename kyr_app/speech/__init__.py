"""Reading aloud: which sentences a screen says, and the voices that say them.

May import model, i18n, content and places. The one package that knows the bundled voice. It opens no window and no
file but the voice's own; sound goes to the computer's player through a pipe.
"""
