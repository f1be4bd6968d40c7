"""SVGs drawn in a process of their own: as they look, and every kind of hostile one bounded."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from hamstring_gui.desktop import draw_picture
from hamstring_gui.desktop.draw_picture import INCOMPLETE, TOO_MUCH, NotDrawn, draw
from tests.desktop.drawing import Drawing
from tests.storage.making import photo, png_that_claims, svg

pytestmark = pytest.mark.thorough

RED = '<rect x="10" y="10" width="20" height="10" fill="red"/>'
CIRCLE = "refer to each other in a circle"


@pytest.fixture(scope="module")
def drawing() -> Iterator[Drawing]:
    drawing = Drawing()
    yield drawing
    drawing.close()


@pytest.fixture
def forked(drawing: Drawing, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that draws is forked where that is possible, and not started anew."""
    if hasattr(os, "fork"):
        monkeypatch.setattr(subprocess, "run", drawing)


def drawn(data: bytes) -> Image.Image:
    return Image.open(BytesIO(draw(data, 80)))


def embedded(data: bytes, kind: str = "png") -> str:
    return f'<image width="40" height="30" href="data:image/{kind};base64,{base64.b64encode(data).decode()}"/>'


def head(attributes: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}'


def test_it_is_as_large_as_wanted_and_can_be_seen_through() -> None:
    image = drawn(svg(RED))
    assert (image.format, image.mode, image.size) == ("PNG", "RGBA", (80, 60))
    assert (image.getpixel((40, 30)), image.getpixel((2, 2))) == ((255, 0, 0, 255), (0, 0, 0, 0))


ILLUSTRATOR = (
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" '
    '[<!ENTITY red "red"><!ENTITY notes "http://ns.adobe.com/x">]>'
)
FINE = {
    "with a DOCTYPE": svg(RED, before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg11.dtd">'),
    "with small entities": svg(RED.replace("red", "&red;"), before=ILLUSTRATOR),
    "with classes": svg(f"<style>.a{{fill:red}}</style>{RED.replace('fill', 'class').replace('red', 'a')}"),
    "with a prefix": b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><s:g>'
    + RED.replace("<rect", "<s:rect").encode()
    + b"</s:g></s:svg>",
    "with a part used": svg(f'<defs><g id="a">{RED}</g></defs><use xlink:href="#a"/>'),
    "with a link to click": svg(f'<a href="http://x">{RED}</a>'),
    "with a gradient": svg(
        '<linearGradient id="a"><stop stop-color="red"/></linearGradient><linearGradient id="b" xlink:href="#a"/>'
        + RED.replace("red", "url(#b)")
    ),
    "with a picture inside": svg(embedded(photo(colour="#ff0000", kind="PNG"))),
    "in UTF-16": svg(RED).decode().replace("?>", ' encoding="UTF-16"?>').encode("utf-16"),
    "with a script that nobody runs": svg(f"<script>while(1);</script>{RED}"),
    "with notes of a drawing program": svg(f'<i:x xmlns:i="http://inkscape" i:y="1"/>{RED}'),
}


@pytest.mark.parametrize("data", FINE.values(), ids=FINE.keys())
@pytest.mark.usefixtures("qapp")
def test_whatever_people_draw_with(data: bytes) -> None:
    assert Image.open(BytesIO(draw_picture.drawn(data, 80))).getpixel((40, 30)) == (255, 0, 0, 255)


LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
HOSTILE: dict[str, tuple[bytes, str]] = {
    "a billion laughs": (
        svg("<text>&a9;</text>", before=f'<!DOCTYPE svg [<!ENTITY a0 "ha">{LAUGHS}]>'),
        "",
    ),
    "a file as an entity": (
        svg("<text>&x;</text>", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "this SVG is damaged: undefined entity",
    ),
    "60,000 groups in one another": (svg("<g>" * 60_000 + "</g>" * 60_000), "this SVG is nested too deeply"),
    "200,000 groups in one another": (svg("<g>" * 200_000 + "</g>" * 200_000), "this SVG is nested too deeply"),
    "100 groups in one another": (svg("<g>" * 100 + RED + "</g>" * 100), INCOMPLETE),
    "a part that uses itself": (svg('<g id="a"><use href="#a"/></g>' + RED), CIRCLE),
    "parts that use each other": (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>' + RED), CIRCLE),
    "a pattern of itself": (
        svg(
            '<pattern id="p" width="1" height="1" patternUnits="userSpaceOnUse">'
            '<rect width="9" height="9" fill="url(#p)"/></pattern>' + RED
        ),
        CIRCLE,
    ),
    "a huge filter": (
        svg(
            '<filter id="f" x="-1e6" y="-1e6" width="1e9" height="1e9"><feGaussianBlur stdDeviation="1e6"/></filter>'
            + RED.replace("fill", 'filter="url(#f)" fill')
        ),
        INCOMPLETE,
    ),
    "endless dashes": (
        svg('<path stroke="red" stroke-dasharray="5e-324" d="M1e30 1e30 -1e30 1e30"/>'),
        INCOMPLETE,
    ),
    "a huge picture inside": (svg(embedded(png_that_claims(60_000, 60_000))), INCOMPLETE),
    "a large picture inside": (svg(embedded(png_that_claims(16_000, 16_000))), INCOMPLETE),
    "an SVG inside": (svg(embedded(svg(), "svg+xml")), "a picture inside this drawing is neither PNG nor JPEG"),
    "an SVG inside as a PNG": (svg(embedded(svg())), "a picture inside this drawing is neither PNG nor JPEG"),
    "no base64 inside": (svg('<image href="data:image/png;base64,A"/>'), "a picture inside this drawing is neither"),
    "a picture from the net": (svg('<image href="http://x/y.png"/>'), 'outside itself: "http://x/y.png"'),
    "a picture by xlink": (svg('<image xlink:href="//x/y.png"/>'), 'outside itself: "//x/y.png"'),
    "a file": (svg('<image xlink:href="file:///etc/passwd"/>'), 'outside itself: "file:///etc/passwd"'),
    "a file by another prefix": (
        svg('<image x:href="/etc/passwd" xmlns:x="http://www.w3.org/1999/xlink"/>'),
        'outside itself: "/etc/passwd"',
    ),
    "a file by an entity": (
        svg('<image href="&x;"/>', before='<!DOCTYPE svg [<!ENTITY x "/etc/passwd">]>'),
        'itself: "/etc/passwd"',
    ),
    "a file used": (svg('<use href="other.svg#a"/>'), 'outside itself: "other.svg#a"'),
    "a filter's file": (svg('<filter id="f"><feImage href="/etc/x.png"/></filter>'), 'itself: "/etc/x.png"'),
    "no size": (svg(RED, head('viewBox="0 0 0 3"')), "this drawing has no size"),
    "a size that is no number": (svg(RED, head('viewBox="0 0 nan 3"')), "this drawing has no size"),
    "a ribbon": (svg(RED, head('viewBox="0 0 1000 3"')), "more than 50 times as long as it is wide"),
    "a size of kilometres": (svg(RED, head('width="1e12" height="1e12"')), "there is nothing to see"),
    "nothing to see": (svg("<g/>"), "there is nothing to see in this drawing"),
    "HTML": (b"<html><body/></html>", "this is not an SVG picture: it begins with <html>"),
    "half a file": (svg()[:-9], "this SVG is damaged: unclosed token"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="x-no"?><svg/>', "this SVG can't be read"),
}


NEED_LIMITS = {name for name, (_, reason) in HOSTILE.items() if reason in ("", INCOMPLETE) or "nested" in reason}
"""What nobody wants to draw but in a process of its own; the others are refused before, wherever that is."""


def hostile(name: str) -> object:
    """A process of their own for those that need one and for two others; for all of them at night."""
    alone = name in {*NEED_LIMITS, "a file", "a part that uses itself"}
    late = name == "200,000 groups in one another"
    return pytest.param(name, draw if alone else draw_picture.drawn, id=name, marks=pytest.mark.nightly if late else ())


@pytest.mark.parametrize(
    ("name", "draws"),
    [*map(hostile, HOSTILE), *(pytest.param(name, draw, marks=pytest.mark.nightly) for name in HOSTILE)],
)
@pytest.mark.usefixtures("qapp", "forked")
def test_what_is_hostile_is_a_sentence(name: str, draws: Callable[[bytes, int], bytes]) -> None:
    data, reason = HOSTILE[name]
    with pytest.raises(NotDrawn) as refused:
        draws(data, 1600)
    assert reason in str(refused.value)
    assert len(str(refused.value)) < 200
    assert "\n" not in str(refused.value)


NINE = "".join('<use href="#a{0}"/>' for _ in range(9))
CHAIN = "".join(f'<g id="a{n + 1}">{NINE.format(n)}</g>' for n in range(9))
ENDLESS = {
    "a part used a billion times": svg(f'<rect id="a0" width="3" height="3"/>{CHAIN}'),
    "a chain of 2000 links": svg(
        '<rect id="a0"/>' + "".join(f'<g id="a{n + 1}"><use href="#a{n}"/></g>' for n in range(2000))
    ),
    "5000 masks": svg(
        '<mask id="m"><rect width="9" height="9"/></mask>' + '<rect mask="url(#m)" width="9" height="9"/>' * 5000
    ),
}


@pytest.mark.parametrize(
    "data",
    [pytest.param(data, marks=pytest.mark.nightly if number else (), id=name)
     for number, (name, data) in enumerate(ENDLESS.items())],
)  # fmt: skip
def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(draw_picture, "MOST_SECONDS", 1.0)
    with pytest.raises(NotDrawn, match=f"^{TOO_MUCH}$"):
        draw(data, 1600)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limits")
@pytest.mark.parametrize("limit", ["MOST_MEMORY = 60_000_000", "MOST_CPU_SECONDS = 0"])
def test_it_limits_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    name = limit.partition(" ")[0]
    lines = Path(draw_picture.__file__).read_text("utf-8").splitlines()
    (tmp_path / "poor.py").write_text("\n".join(limit if line.startswith(f"{name} =") else line for line in lines))
    monkeypatch.setattr(draw_picture, "__file__", str(tmp_path / "poor.py"))
    with pytest.raises(NotDrawn, match=f"^{TOO_MUCH}$"):
        draw(svg(RED), 80)


REACHING = {
    "a style sheet beside it": ("", RED, '<?xml-stylesheet type="text/css" href="{}"?>', ""),
    "another style sheet": ('@import "{}";', RED, "", "its style sheet says “@import”"),
    "a font": ("@font-face{{font-family:x;src:url({})}}", RED, "", ""),
    "a paint": (".a{{fill:url({}#a)}}", '<rect class="a" width="9" height="9"/>', "", "something outside itself"),
    "a background": ("rect{{background:url({})}}", RED, "", ""),
    "a mask": ("", '<rect mask="url({}#m)" width="9" height="9"/>', "", "something outside itself"),
    "a clip": ("", '<rect clip-path="url({}#m)" width="9" height="9"/>', "", "something outside itself"),
    "a source": ("", '<image src="{}" width="9" height="9"/>' + RED, "", ""),
    "a DTD": ("", RED, '<!DOCTYPE svg SYSTEM "{}">', ""),
}


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes among its files")
@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize(("style", "inside", "before", "reason"), REACHING.values(), ids=REACHING.keys())
def test_it_reads_no_other_file(tmp_path: Path, style: str, inside: str, before: str, reason: str) -> None:
    """Whoever opened this pipe would wait for ever. What would look different without it is refused."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reaching = svg(f"<style>{style.format(pipe)}</style>{inside.format(pipe)}", before=before.format(pipe))
    if reason:
        with pytest.raises(NotDrawn, match=reason):
            draw_picture.drawn(reaching, 80)
    else:
        assert drawn(reaching).getpixel((40, 30)) == (255, 0, 0, 255)


def test_a_python_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(NotDrawn, match="this drawing can't be drawn: No such file"):
        draw(svg(RED), 80)
