"""What Qt draws otherwise than everybody else: drawn right, or refused by name."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
from PIL import Image

from hamstring_gui.desktop.draw_picture import NotDrawn, drawn
from tests.storage.making import encoded, svg

pytestmark = pytest.mark.usefixtures("qapp")
Colour = tuple[int, int, int, int]
RED, BLUE, NOTHING = (255, 0, 0, 255), (0, 0, 255, 255), (0, 0, 0, 0)
BOX = '<rect x="4" y="3" width="32" height="24" {}/>'
"""All but the edges of the drawing of 40 × 30."""
MIDDLE, CORNER = (20, 15), (6, 5)


def seen(inside: str, *places: tuple[float, float]) -> list[Colour]:
    """The colours at places of the drawing."""
    image = Image.open(BytesIO(drawn(svg(inside), 160)))
    return [image.getpixel((round(x * 4), round(y * 4))) for x, y in places]


def near(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(one, other, strict=True))


def box(how: str, before: str = "") -> str:
    return before + BOX.format(how)


STYLES = "<style>{}</style>"
GRADIENT = '<linearGradient id="g" {}><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
HALF_RED = (255, 0, 0, 128)
HALF, FULL, NONSENSE, OF_NOW = (
    'fill-opacity=".5"',
    'fill-opacity="1" fill="red"',
    'fill="nonsense"',
    'fill="currentColor"',
)
FILLED: dict[str, tuple[str, Colour]] = {
    "hsl": (box('fill="hsl(0, 100%, 50%)"'), RED),
    "hsl in degrees": (box('style="fill:hsl(240deg 100% 50%)"'), BLUE),
    "hsla": (box('fill="hsla(0,100%,50%,.5)"'), HALF_RED),
    "rgba": (box('fill="rgba(255,0,0,0.5)"'), HALF_RED),
    "rgb with a slash": (box('fill="rgb(255 0 0 / 50%)"'), HALF_RED),
    "eight digits": (box('fill="#ff000080"'), HALF_RED),
    "four digits": (box('fill="#f008"'), (255, 0, 0, 136)),
    "rebeccapurple": (box('fill="rebeccapurple"'), (0x66, 0x33, 0x99, 255)),
    "seen through twice": (f'<g fill="rgba(255,0,0,.5)">{box(HALF)}</g>', (255, 0, 0, 64)),
    "seen through once": (f'<g fill-opacity=".2" fill="blue">{box(FULL)}</g>', RED),
    "no colour": (f'<g fill="red">{box(NONSENSE)}</g>', RED),
    "fill-opacity null": (box('fill="red" fill-opacity="null"'), RED),
    "opacity undefined": (box('fill="red" style="opacity:undefined"'), RED),
    "fill-opacity in percent": (box('fill="red" fill-opacity="50%"'), HALF_RED),
    "a paint that isn't there": (box('fill="url(#gone) red"'), RED),
    "important": (box('style="fill:red !important" fill="blue"'), RED),
    "important in a class": (box('class="a" style="fill:blue"', STYLES.format(".a{fill:red!important}")), RED),
    "a style behind": (box('class="a"') + STYLES.format(".a{fill:red}"), RED),
    "a name": (box('class="a"', STYLES.format(":root{--leg:red}.a{fill:var(--leg)}")), RED),
    "a name that isn't there": (box('class="a"', STYLES.format(".a{fill:var(--leg, red)}")), RED),
    "selectors": (
        box('id="q" class="a b"', STYLES.format("rect{fill:blue} #q{fill:red} .a.b{fill:blue} svg>rect.a{fill:blue}")),
        RED,
    ),
    "a hover": (box('class="a"', STYLES.format(".a{fill:red} .a:hover{fill:blue}")), RED),
    "notes and fonts": (
        box('class="a"', STYLES.format("@charset 'x'; /* {} */ @font-face{font-family:x} .a{fill:red}")),
        RED,
    ),
    "sizes in percent": ('<rect width="100%" height="100%" fill="red"/>', RED),
    "sizes in a style": ('<rect style="x:4px;y:3px;width:32px;height:24px;fill:red"/>', RED),
    "sizes in millimetres": ('<circle cx="20" cy="15" r="2mm" fill="red"/>', RED),
    "a transform in a style": ('<rect width="9" height="9" fill="red" style="transform:translate(15px,.7em)"/>', RED),
    "a scale in a style": ('<rect width="3" height="3" fill="red" style="transform:scale(10)"/>', RED),
    "a gradient of another": (
        box('fill="url(#h)"', GRADIENT.format('x1="0" x2="0" y2="1"') + '<linearGradient id="h" href="#g"/>'),
        (127, 0, 128, 255),
    ),
    "a gradient that comes later": (
        box('fill="url(#h)"', '<linearGradient id="h" href="#g"/>' + GRADIENT.format("")), (127, 0, 128, 255)
    ),
    "a gradient to where it begins": (box('fill="url(#g)"', GRADIENT.format('x2="0"')), BLUE),
    "a gradient over the drawing": (
        box('fill="url(#g)"', GRADIENT.format('gradientUnits="userSpaceOnUse"')), (127, 0, 128, 255)
    ),
    "a colour of now": (f'<g color="red">{box(OF_NOW)}</g>', RED),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "colour"), FILLED.values(), ids=FILLED.keys())
def test_a_box_is_filled_as_it_is_said(inside: str, colour: Colour) -> None:
    (found,) = seen(inside, MIDDLE)
    assert near(found, colour)


ROUND = '<circle cx="20" cy="15" r="8"/>'
SMALL = '<rect x="-100" y="-100" width="300" height="300" fill="red"/>'
PNG = base64.b64encode(encoded(Image.new("RGB", (20, 10), "red"))).decode()
JPEG = base64.b64encode(encoded(Image.new("RGB", (40, 10), "red"), "JPEG")).decode()
SHAPED = {
    "a clip": f'<clipPath id="c">{ROUND}</clipPath>' + box('fill="red" clip-path="url(#c)"'),
    "a clip in a style": box('style="fill:red;clip-path:url(#c)"')
    + f'<defs><clipPath id="c">{ROUND}</clipPath></defs>',
    "a clip measured by the box": '<clipPath id="c" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".3"/>'
    "</clipPath>" + box('fill="red" clip-path="url(#c)"'),
    "a clip that uses": '<defs><g id="q"/><circle id="r" r="8" fill="none" stroke="blue"/></defs><clipPath id="c">'
    '<use href="#r" x="20" y="15"/></clipPath>' + box('fill="red" clip-path="url(#c)"'),
    "a clip of a moved group": '<clipPath id="c"><circle cx="2" cy="1.5" r=".8"/></clipPath>'
    '<g transform="scale(10)" clip-path="url(#c)"><rect width="4" height="3" fill="red"/></g>',
    "a clip that is clipped": f'<clipPath id="d">{ROUND}</clipPath><clipPath id="c" clip-path="url(#d)">'
    '<rect width="40" height="30"/></clipPath>' + box('fill="red" clip-path="url(#c)"'),
    "a clip and a mask": f'<clipPath id="c">{ROUND}</clipPath><mask id="m"><rect width="40" height="30" fill="white"/>'
    "</mask>" + box('fill="red" clip-path="url(#c)" mask="url(#m)"'),
    "a clip with a hole": '<clipPath id="c"><path clip-rule="evenodd" d="M0 0H40V30H0zM0 0H14V30H0z"/></clipPath>'
    + box('fill="red" clip-path="url(#c)"'),
    "a drawing inside": f'<svg x="12" y="8" width="16" height="14" viewBox="0 0 8 7">{SMALL}</svg>',
    "a drawing inside without a view": f'<svg x="12" y="8" width="16" height="14">{SMALL}</svg>',
    "a symbol with a view": f'<symbol id="s" viewBox="0 0 8 7">{SMALL}</symbol><use href="#s" x="12" y="8" width="16" '
    'height="14"/>',
    "a symbol that comes later": f'<use xlink:href="#s" x="12" y="8" width="16" height="14"/><symbol id="s" '
    f'viewBox="0 0 8 7">{SMALL}</symbol>',
    "a picture in its proportions": f'<image width="40" height="16" y="7" href="data:image/png;base64,{PNG}" x="-12"/>'
    f'<image x="12" width="16" height="30" href="data:image/jpeg;base64,{JPEG}"/>',
    "a picture as large as it is": f'<image x="10" y="10" href="data:image/png;base64,{PNG}"/>',
}


@pytest.mark.parametrize("inside", SHAPED.values(), ids=SHAPED.keys())
def test_a_shape_ends_where_it_should(inside: str) -> None:
    """Red in the middle and nothing in the corner, where Qt by itself has it there too, or nothing anywhere."""
    middle, corner = seen(inside, MIDDLE, CORNER)
    assert (near(middle, RED), corner) == (True, NOTHING)


def test_a_box_round_everything_that_clips_nothing_costs_nothing() -> None:
    """One program puts one round every drawing: its box is not drawn either."""
    clip = '<clipPath id="c"><rect width="40" height="30"/></clipPath>'
    inside = f'<g clip-path="url(#c)"><circle r="3" fill="red"/></g>{clip}'
    assert seen(inside, (1, 1), MIDDLE) == [RED, NOTHING]


def inked(inside: str) -> tuple[int, int, int, int]:
    found = Image.open(BytesIO(drawn(svg(inside), 400))).getbbox()
    assert found is not None
    return found


def test_lines_of_words_stand_where_they_are_put() -> None:
    one = inked('<text x="4" y="24" font-size="6">leg</text>')
    for lines in (
        '<text font-size="6"><tspan x="4" y="9">leg</tspan><tspan x="4" y="24">leg</tspan></text>',
        '<text x="4" y="9" font-size="6">leg<tspan x="4" dy="15">leg</tspan></text>',
        '<text x="4" y="9" font-size="6">leg\n<tspan x="4" dy="2.5em">leg</tspan>\n</text>',
    ):
        left, top, right, bottom = inked(lines)
        assert (left, right, bottom) == pytest.approx((one[0], one[2], one[3]), abs=2)
        assert top == pytest.approx(one[1] - 150, abs=2)


@pytest.mark.parametrize("size", ["font-size:2em", "font-size:24pt", "font:32px sans-serif", "font-size:200%"])
def test_letters_are_as_large_as_they_are_said_to_be(size: str) -> None:
    height = inked(f'<text y="28" font-family="sans-serif" style="{size}">l</text>')
    expected = inked('<text y="28" font-family="sans-serif" font-size="32">l</text>')
    assert height == pytest.approx(expected, abs=2)


REFUSED = {
    "a filter": ('<filter id="f"><feTurbulence/></filter>' + box('filter="url(#f)"'), "a filter with “feTurbulence”"),
    "a blur in a style": (box('style="filter:blur(2px)"'), "uses “filter: blur(2px)”"),
    "a mix of colours": (box('style="mix-blend-mode:multiply"'), "uses “mix-blend-mode: multiply”"),
    "the order of paint": (box('paint-order="stroke"'), "uses “paint-order: stroke”"),
    "a stroke that doesn't grow": (box('vector-effect="non-scaling-stroke"'), "“vector-effect: non-scaling-stroke”"),
    "a mask by alpha": (f'<mask id="m" mask-type="alpha">{ROUND}</mask>' + box('mask="url(#m)"'), "“mask-type: alpha”"),
    "a clip without a shape": (box('style="clip-path:circle(40%)"'), "uses “clip-path: circle(40%)”"),
    "HTML": ('<foreignObject width="9" height="9"/>' + box(""), "a part of the kind “foreignObject”"),
    "movement": (BOX.format("").replace("/>", '><animate attributeName="x" to="9"/></rect>'), "the kind “animate”"),
    "movement by style": (box('style="animation:spin 2s"'), "uses “animation: spin 2s”"),
    "words on a path": ('<text><textPath href="#p">leg</textPath></text>', "a part of the kind “textPath”"),
    "letters far apart": ('<text y="9" letter-spacing="3">leg</text>', "uses “letter-spacing: 3”"),
    "letters one by one": ('<text x="1 9 20" y="9">leg</text>', "each letter a place of its own (x)"),
    "words underlined": ('<text y="9" style="text-decoration:underline">leg</text>', "“text-decoration: underline”"),
    "words in their middle": ('<text y="9" dominant-baseline="middle">leg</text>', "“dominant-baseline: m"),
    "a step within a line": ('<text y="9">a<tspan dy="3">b</tspan></text>', "moves within a line of words"),
    "a query": (box("", STYLES.format("@media print{rect{fill:red}}")), "its style sheet says “@media”"),
    "a choice by number": (box("", STYLES.format("rect:nth-child(2){fill:red}")), "chooses by “rect:nth-child(2)”"),
    "a choice by attribute": (box("", STYLES.format("[x]{fill:red}")), "its style sheet chooses by “[x]”"),
    "half a style sheet": (box("", STYLES.format("rect")), "its style sheet can't be read: “rect”"),
    "a turn in space": (box('style="transform:rotateX(40deg)"'), "uses “rotateX(40deg)”"),
    "a turn about its middle": (box('style="transform:rotate(9deg);transform-origin:center"'), "transform-origin: c"),
    "a gradient with a hole": ('<radialGradient id="g" fr=".2"/>' + box('fill="url(#g)"'), "with a hole (fr)"),
    "a pattern by the box": ('<pattern id="p" width=".1" height=".1"/>' + box(""), "a pattern as large as what"),
    "a picture cut to its place": (
        f'<image width="9" height="9" preserveAspectRatio="xMidYMid slice" href="data:image/png;base64,{PNG}"/>',
        "a picture inside that is cut to its place",
    ),
    "a clip of itself": (
        '<clipPath id="c" clip-path="url(#c)"><rect/></clipPath>' + box('clip-path="url(#c)"'), "in a circle"
    ),
    "gradients of each other": (
        '<linearGradient id="g" href="#h"/><linearGradient id="h" href="#g"/>' + box('fill="url(#g)"'), "in a circle"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_would_be_drawn_wrongly_is_refused_by_name(inside: str, reason: str) -> None:
    with pytest.raises(NotDrawn) as refused:
        drawn(svg(inside), 160)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)
