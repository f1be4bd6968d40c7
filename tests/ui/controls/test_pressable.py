"""A button's words, its name and its letters."""

from __future__ import annotations

from hamstring_gui.ui.controls.buttons import QuietButton
from hamstring_gui.ui.theme import BODY


def test_name_and_letters_go_with_the_words_and_the_scale(qtbot) -> None:
    button = QuietButton("Mute")
    qtbot.addWidget(button)
    assert (button.text(), button.accessibleName()) == ("Mute", "Mute")
    button.set_words("Unmute")
    assert (button.text(), button.accessibleName()) == ("Unmute", "Unmute")
    before = button.sizeHint()
    button.set_scale(1.5)
    assert button.font().pixelSize() == round(1.5 * button.letter_px) > BODY
    assert button.sizeHint().width() > 1.3 * before.width()


def test_what_stands_for_the_page_that_shows_says_so(qtbot) -> None:
    button = QuietButton("Today")
    qtbot.addWidget(button)
    button.set_lit(True, "This page shows.")
    assert (button.lit, button.accessibleDescription()) == (True, "This page shows.")
    button.set_lit(False, "This page shows.")
    assert (button.lit, button.accessibleDescription()) == (False, "")
