"""What the program says on sheets to practise from."""

from __future__ import annotations

from kyr_app.model.text import N_

QUESTIONS = N_("Questions to practice")
QUESTIONS_ABOUT = N_("For whoever helps a person to practice. Read this page first.")
HEARING = N_("Words for an important day: to practice with somebody")
HEARING_ABOUT = N_("One person reads what is heard, the other one says the words aloud.")
CARDS = N_("Cards to cut out")
WORDS_CARD = N_("Words worth knowing: cards")
TEEN_CARD = N_("For teens: cards")

HOW = N_("How to practice")
PACE = N_("Read one question aloud, slowly, and wait. Do not write down what you hear. Give no grade.")
WHY = N_("Why it is asked:")
HELPS = N_("What helps:")
HARD = N_("Hard: ask first if the person wants to hear it.")
ALWAYS = N_("You can always say:")
