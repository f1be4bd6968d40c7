"""Golden pictures see a line that is missing or elsewhere, and overlook how an edge is smoothed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from tests.goldens import Goldens, difference

Paint = Callable[[QPainter], None]


def painted(paint: Paint, size: tuple[int, int] = (240, 120)) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFDF8"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image


def scene(
    *, moved: float = 0.0, colour: str = "#1F6F78", ring: bool = True, line_at: float = 90.0, words: str = "Hold 30 s"
) -> QImage:
    """A disc in a ring of 2 px, a line of 1 px below it, and words; all as much as `moved` further right."""

    def paint(painter: QPainter) -> None:
        painter.setBrush(QColor(colour))
        painter.setPen(QColor(colour))
        painter.drawEllipse(QPointF(50 + moved, 45), 20.0, 20.0)
        painter.setBrush(QColor(0, 0, 0, 0))
        if ring:
            painter.setPen(QPen(QColor("#A9C5C2"), 2.0))
            painter.drawEllipse(QPointF(50 + moved, 45), 30.0, 30.0)
        painter.setPen(QPen(QColor("#9DABAB"), 1.0))
        painter.drawLine(QPointF(10 + moved, line_at), QPointF(230, line_at))
        font = QFont("Inter")
        font.setPixelSize(20)
        painter.setFont(font)
        painter.setPen(QColor("#1F2E31"))
        painter.drawText(QRectF(110 + moved, 20, 120, 40), 0, words)

    return painted(paint)


@pytest.mark.usefixtures("qapp")
class TestDifference:
    @pytest.mark.parametrize("moved", [0.0, 0.3, -0.5])
    def test_smoothing_is_none(self, moved: float) -> None:
        assert difference(scene(moved=moved), scene()) == ""

    def test_a_rounding_of_colours_is_none(self) -> None:
        assert difference(scene(colour="#216D7A"), scene()) == ""

    def test_a_few_stray_pixels_are_none(self) -> None:
        spotted = scene()
        for x in (5, 9, 200):
            spotted.setPixelColor(x, 110, QColor("black"))
        assert difference(spotted, scene()) == ""

    @pytest.mark.parametrize(
        "other",
        [
            {"ring": False},
            {"line_at": 93.0},
            {"line_at": 88.0},
            {"moved": 4.0},
            {"colour": "#2A8791"},
            {"words": "Hold 31 s"},
            {"words": "Hold 30s"},
        ],
        ids=str,
    )
    def test_what_somebody_would_see_is_one(self, other: dict) -> None:
        assert difference(scene(**other), scene())
        assert difference(scene(), scene(**other))

    def test_another_size_is_one(self) -> None:
        assert "241" in difference(painted(lambda _: None, (241, 120)), painted(lambda _: None))


@pytest.mark.usefixtures("qapp")
class TestGoldens:
    def test_a_picture_that_nobody_kept_fails_and_can_be_looked_at(self, tmp_path: Path) -> None:
        golden = Goldens(tmp_path / "kept", tmp_path / "scratch")
        with pytest.raises(AssertionError, match="no such picture yet"):
            golden(scene(), "some/where")
        assert (tmp_path / "scratch" / "some-where.png").exists()
        assert not (tmp_path / "kept").exists()

    def test_what_was_refreshed_passes_and_another_fails_with_both_side_by_side(self, tmp_path: Path) -> None:
        kept, scratch = tmp_path / "kept", tmp_path / "scratch"
        fresh = Goldens(kept, scratch, refresh=True)
        fresh(scene(), "some/where")
        assert "no such picture yet" in fresh.changed[0]
        golden = Goldens(kept, scratch)
        golden(scene(moved=0.2), "some/where")
        with pytest.raises(AssertionError, match=r"a line or an edge differs near .*some-where\.png"):
            golden(scene(ring=False), "some/where")
        assert QImage(str(scratch / "some-where.png")).width() > 3 * 240

    def test_refreshing_leaves_alone_what_is_as_it_was(self, tmp_path: Path) -> None:
        fresh = Goldens(tmp_path, tmp_path / "scratch", refresh=True)
        fresh(scene(), "one")
        before = (tmp_path / "one.png").read_bytes()
        fresh(scene(moved=0.3), "one")
        assert len(fresh.changed) == 1
        assert (tmp_path / "one.png").read_bytes() == before
        fresh(scene(ring=False), "one")
        assert len(fresh.changed) == 2
        assert (tmp_path / "one.png").read_bytes() != before
