"""F1: the list of all keys, over whatever shows; a session that runs waits until it is put away."""

from __future__ import annotations

from hamstring_gui.program.player import Player
from hamstring_gui.ui.keys_card import show_keys
from hamstring_gui.ui.session.told_keys import told
from hamstring_gui.ui.window import Window


def show(window: Window, player: Player) -> None:
    if window.asking:
        return
    runs = player.session is not None and player.session.state == "running"
    player.command("pause")
    show_keys(window, told(), lambda: player.command("resume") if runs else None)
