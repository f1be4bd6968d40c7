"""What a screen reader would find of a page: each thing that can have the keyboard has a name and a role that fit."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QCheckBox, QStackedWidget, QWidget

from hamstring_gui.ui.controls.buttons import FilterChip
from hamstring_gui.ui.controls.several import SeveralButton

Role, Text = QAccessible.Role, QAccessible.Text
FITTING = (
    Role.Button, Role.RadioButton, Role.CheckBox, Role.SpinBox, Role.EditableText, Role.Slider, Role.Table, Role.Dialog,
)  # fmt: skip
PLACES = ("week_chart", "calendar", "pressed_key_place")
"""What is gone through with the arrow keys, and tells each place that it comes to; or tells what is pressed on it."""


def untold(root: QWidget) -> list[str]:
    """What on a page, or card, a screen reader would tell wrongly, or not at all."""
    seen = [one for one in (root, *root.findChildren(QWidget)) if _takes_keyboard(one)]
    found = [f"{_called(one)}: {fault}" for one in seen for fault in _faults(one)]
    found += [f"{_called(one)}: is a layered pane" for one in root.window().findChildren(QStackedWidget)]
    told = Counter((one.accessibleName(), one.accessibleDescription(), type(one).__name__) for one in seen)
    return found + [f"several {kind} named {name!r}" for (name, _, kind), n in told.items() if n > 1]


def _takes_keyboard(widget: QWidget) -> bool:
    stops = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    inside = isinstance(widget.parentWidget(), QAbstractSpinBox)
    return stops and not inside and widget.isVisible() and widget.isEnabled()


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()!r}"


def _faults(widget: QWidget) -> list[str]:
    told = QAccessible.queryAccessibleInterface(widget)
    name, role, value = told.text(Text.Name), told.role(), told.text(Text.Value)
    faults = []
    if not name.strip():
        faults.append("no name")
    page = widget.focusPolicy() == Qt.FocusPolicy.ClickFocus or widget.objectName() in PLACES
    wrongly_ticked = role == Role.CheckBox and not isinstance(widget, QCheckBox | FilterChip | SeveralButton)
    if wrongly_ticked or (role not in FITTING and not page):
        faults.append(f"is a {role.name}")
    if name and widget.accessibleDescription() == name:
        faults.append("says its name twice")
    if isinstance(widget, QAbstractButton):
        words = widget.text().replace("&&", "&")
        if any(map(str.isalpha, words)) and words not in name:
            faults.append(f"shows {words!r} and is named {name!r}")
        if told.state().checkable != (role in (Role.CheckBox, Role.RadioButton)):
            faults.append("can be checked and doesn't say so")
    if isinstance(widget, QAbstractSpinBox) and value != widget.text():
        faults.append(f"shows {widget.text()!r} and says {value!r}")
    return faults
