"""What tests of the printed pages share with those of the window: its application, whose letters are ours."""

from __future__ import annotations

from tests.ui.conftest import application as application
from tests.ui.conftest import colours as colours
from tests.ui.conftest import exercises as exercises
