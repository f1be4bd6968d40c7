"""Which SVG files are taken in, and why the others are not: each hostile one by itself."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.pictures import take_in_bytes
from tests.storage.making import SVG_HEAD, photo, png_that_claims, svg

LINK = "http://www.w3.org/1999/xlink"
SPACE = "http://www.w3.org/2000/svg"


def embedded(data: bytes, kind: str = "png") -> str:
    return f'<image width="9" height="9" href="data:image/{kind};base64,{base64.b64encode(data).decode()}"/>'


INKSCAPE = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="40mm" height="30mm" viewBox="0 0 40 30" version="1.1" id="svg5" xml:space="preserve"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.2"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" sodipodi:docname="leg.svg"
   xmlns="{SPACE}" xmlns:svg="{SPACE}" xmlns:xlink="{LINK}" xmlns:cc="http://creativecommons.org/ns#"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="namedview7"><inkscape:grid type="xygrid" id="g1"/></sodipodi:namedview>
  <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format></cc:Work></rdf:RDF></metadata>
  <defs><linearGradient id="a"><stop style="stop-color:#000;stop-opacity:1" offset="0"/></linearGradient>
  <radialGradient xlink:href="#a" id="b" cx="3" cy="4" r="2" gradientUnits="userSpaceOnUse"/>
  <mask id="m"><rect width="9" height="9" fill="#fff"/></mask></defs>
  <g inkscape:groupmode="layer" transform="translate(1,2)"><path d="M0 0L9 9" style="fill:url(#b);mask:url(#m)"/>
  <text x="3" y="4" font-size="3"><tspan>Leg</tspan></text></g></svg>"""
FINE = {
    "plain": svg(),
    "of width and height": svg(head=f'<svg xmlns="{SPACE}" width="40" height="30px"'),
    "from Inkscape": INKSCAPE.encode(),
    "with classes": svg(
        '<style>.a{fill:url(#g);stroke:#123}</style><linearGradient id="g"/><rect class="a" width="3" height="4"/>'
    ),
    "with a prefix": f'<svg:svg xmlns:svg="{SPACE}" viewBox="0 0 4 3"><svg:rect width="3"/></svg:svg>'.encode(),
    "with a part used": svg('<g id="a"><circle r="3"/></g><use href="#a" x="3"/><use xlink:href="#a"/>'),
    "with a picture inside": svg(embedded(photo(kind="PNG")) + embedded(photo(), "jpeg")),
    "with dashes": svg(
        '<style>.a{stroke-dasharray:3,2}</style><path class="a" d="M900 900' + "L901 899 900 902" * 2000 + '"/>'
        '<path stroke-dasharray="2 1" d="M900 900' + "c1 1 2 2 3 3" * 2000 + '"/><rect stroke-dasharray="none"/>'
    ),
    "with many classes": svg("<style>" + ".a,.b{fill:red}" * 400 + "</style>" + '<rect class="a"/>' * 5000),
    "with masks": svg('<mask id="m"><rect width="9" height="9"/></mask>' + '<rect mask="url(#m)"/>' * 20),
    "with a byte order mark": b"\xef\xbb\xbf" + svg(),
}


@pytest.mark.parametrize("data", FINE.values(), ids=FINE.keys())
def test_a_still_picture_is_stored_as_it_is(data: bytes) -> None:
    picture = take_in_bytes(data, "leg.svg")
    assert (picture.data, picture.ending) == (data, ".svg")


LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
NINE = "".join('<use href="#a{0}"/>' for _ in range(9))
CHAIN = "".join(f'<g id="a{n + 1}">{NINE.format(n)}</g>' for n in range(7))
LINKS = ['<rect id="a0"/>', *(f'<g id="a{n + 1}"><use href="#a{n}"/></g>' for n in range(2000))]
MASK = '<mask id="m"><rect width="9" height="9"/></mask>'
ZIGZAG = "M" + " 0,0 400,300" * 100
HOSTILE: dict[str, tuple[bytes, str]] = {
    "a script": (svg("<script>alert(1)</script><rect/>"), "holds <script>"),
    "a script with a prefix": (
        svg("<svg:script>1</svg:script><rect/>", SVG_HEAD + f' xmlns:svg="{SPACE}"'),
        "holds <svg:script>",
    ),
    "an event": (svg(head=SVG_HEAD + ' onload="alert(1)"'), "holds onload in <svg>"),
    "an event inside": (svg('<rect onclick="alert(1)"/>'), "holds onclick in <rect>"),
    "an animation": (svg('<rect><animate attributeName="x"/></rect>'), "holds <animate>"),
    "HTML": (svg("<foreignObject/><rect/>"), "holds <foreignObject>"),
    "a link to click": (svg('<a href="http://x"><rect/></a>'), "holds <a>"),
    "a picture from the net": (svg('<image href="http://x/y.png"/>'), 'outside itself in <image>: "http://x/y.png"'),
    "a picture by xlink": (svg('<image xlink:href="//x/y.png"/>'), 'outside itself in <image>: "//x/y.png"'),
    "a file": (svg('<image xlink:href="file:///etc/passwd"/>'), 'outside itself in <image>: "file:///etc/passwd"'),
    "a file used": (svg('<use xlink:href="other.svg#a"/>'), 'outside itself in <use>: "other.svg#a"'),
    "data that is an SVG": (
        svg('<image href="data:image/svg+xml;base64,AAAA"/>'),
        'outside itself in <image>: "data:image/svg+xml;base64,AAAA"',
    ),
    "data where none belong": (svg('<use href="data:image/png;base64,AAAA"/>'), "outside itself in <use>"),
    "a fill from the net": (svg('<rect fill="url(http://x/y#z)"/>'), 'itself in fill of <rect>: "http://x/y#z"'),
    "a style from the net": (svg('<rect style="fill:url( \'x.svg#a\' )"/>'), 'in the style of <rect>: "x.svg#a'),
    "an import": (svg('<style>@import "http://x";</style><rect/>'), 'holds "@import "http://x";" in <style>'),
    "an import in parts": (svg("<style>@im<![CDATA[port]]> 'x';</style><rect/>"), "in <style>, which may reach out"),
    "an escaped address": (svg("<rect style='fill:\\75 rl(x)'/>"), "in the style of <rect>, which may reach outside"),
    "an address without url": (svg("<style>a{fill:image-set('x' 1x)}</style><rect/>"), "may reach outside"),
    "a mask by class": (
        svg('<style>.a{mask:url(#m)}</style><mask id="m"><rect class="a"/></mask><rect class="a"/>'),
        'refers to "m" in <style>, which is no gradient',
    ),
    "a DOCTYPE": (svg(before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg11.dtd">'), "a DOCTYPE"),
    "a billion laughs": (svg("<text>&b;</text>", before=LAUGHS), "holds a DOCTYPE"),
    "a file as an entity": (
        svg("<text>&x;</text>", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "holds a DOCTYPE",
    ),
    "a style sheet": (svg(before='<?xml-stylesheet href="http://x"?>'), "holds the instruction <?xml-stylesheet?>"),
    "100,000 groups in each other": (svg("<g>" * 100_000 + "</g>" * 100_000), "is nested more than 64 deep"),
    "100,000 groups": (svg("<g/>" * 100_000 + "<rect/>"), "holds more than 20,000 elements"),
    "parts that multiply": (svg(f'<rect id="a0"/>{CHAIN}'), "draws more than 50,000 elements"),
    "a part of itself": (svg('<g id="a"><use href="#a"/></g><rect/>'), "refer to each other in too long a chain"),
    "the whole in itself": (svg('<rect/><use href="#"/>'), "refer to each other in too long a chain"),
    "a long chain": (svg("".join(LINKS)), "refer to each other in too long a chain"),
    "a long chain backwards": (svg("".join(reversed(LINKS))), "in too long a chain"),
    "xlink that is something else": (
        svg('<inkscape:image/>', SVG_HEAD.replace(LINK, "http://www.inkscape.org/x")),
        'holds xmlns:xlink="http://www.inkscape.org/x"',
    ),
    "a drawing program's picture": (
        svg('<i:image xlink:href="file:///x"/>', SVG_HEAD + ' xmlns:i="http://www.inkscape.org/x"'),
        "holds <i:image>",
    ),
    "an unknown namespace": (svg(head=SVG_HEAD + ' xmlns:x="http://x"'), 'holds xmlns:x="http://x"'),
    "an undeclared namespace": (svg("<x:title/><rect/>"), "holds <x:title>, whose namespace is not declared"),
    "another base": (svg('<image xml:base="http://x" href="#a"/>'), "holds xml:base in <image>"),
    "a huge picture inside": (svg(embedded(png_that_claims(60_000, 60_000))), "inside: this picture is too large"),
    "a large picture inside": (svg(embedded(png_that_claims(2001, 2000))), "inside: this picture is too large"),
    "a broken picture inside": (svg(embedded(b"\x89PNG...")), "a picture inside: this is not a PNG"),
    "a broken data address": (svg('<image href="data:image/png;base64,A"/>'), "a picture inside: this is not base64"),
    "an SVG inside as a PNG": (svg(embedded(svg())), "a picture inside: this is not a PNG"),
    "many pictures inside": (svg(embedded(photo((2000, 1999), kind="PNG")) * 14), "draws more than 50,000 elements"),
    "501 rules": (svg("<style>" + "a{b:c}" * 501 + "</style><rect/>"), "holds 501 rules in <style>; at most 500"),
    "rules for many elements": (
        svg("<rect/>" * 9000 + "<style>" + "g>rect.a,.b{fill:red}" * 200 + "</style>"),
        "too many rules in <style> for its 9,002 elements",
    ),
    "many masks": (svg(MASK + '<rect mask="url(#m)"/>' * 21), "draws 21 parts behind a mask; at most 20"),
    "many masks by style": (svg(MASK + '<rect style="mask : url(#m)"/>' * 21), "draws 21 parts behind a mask"),
    "many masks by use": (
        svg(MASK + '<g id="a"><rect mask="url(#m)"/></g>' + '<use href="#a"/>' * 30),
        "draws 31 parts behind a mask",
    ),
    "fine dashes": (svg(f'<path stroke-dasharray="0.1" d="{ZIGZAG}"/>'), "draws more than 200,000 dashes"),
    "fine dashes, relative": (
        svg('<path stroke-dasharray="0.1 .1" d="m0 0' + "l400 300-400-300" * 100 + '"/>'),
        "draws more than 200,000 dashes",
    ),
    "many fine dashes": (
        svg('<g style="stroke-dasharray:.1"><rect width="300" height="200"/>' + "<g/>" * 9 + "</g>"
            + '<rect stroke-dasharray="0.1" width="300" height="200"/>' * 50),
        "draws more than 200,000 dashes",
    ),
    "fine dashes by class": (
        svg(f'<style>.a{{stroke-dasharray:1e-1}}</style><polyline class="a" points="{ZIGZAG[1:]}"/>'),
        "draws more than 200,000 dashes",
    ),
    "fine dashes where it is used": (
        svg(f'<defs><path id="a" d="{ZIGZAG}"/></defs><g stroke-dasharray="0.1"><use href="#a"/></g>'),
        "draws more than 200,000 dashes",
    ),
    "fine dashes in endless lines": (
        svg('<path stroke-dasharray="5e-324" d="M1e999 1e999 -1e999 1e999"/><rect stroke-dasharray="1e-320"/>'),
        "draws more than 200,000 dashes",
    ),
    "fine dashes round metres": (
        svg('<rect stroke-dasharray=".1" width="90cm" height="90cm"/>' * 2), "draws more than 200,000 dashes"
    ),
    "dashes used often": (
        svg('<path id="a" stroke-dasharray="2" d="M0 0H4000"/>' + '<use href="#a"/>' * 100),
        "draws more than 200,000 dashes",
    ),
    "no size": (svg(head=f'<svg xmlns="{SPACE}"'), "has no size"),
    "a size in percent": (svg(head=f'<svg xmlns="{SPACE}" width="100%" height="100%"'), "has no size"),
    "a size of nothing": (svg(head=f'<svg xmlns="{SPACE}" viewBox="0 0 0 3"'), "has no size"),
    "a size that is no number": (svg(head=f'<svg xmlns="{SPACE}" viewBox="0 0 nan 3"'), "has no size"),
    "an endless ribbon": (svg(head=f'<svg xmlns="{SPACE}" viewBox="0 0 1000 3"'), "more than 50 times as long"),
    "nothing to see": (svg("<g><title>x</title></g>"), "there is nothing to see"),
    "HTML from the start": (b"<html><body/></html>", "this is not an SVG picture: it begins with <html>"),
    "no namespace": (b'<svg viewBox="0 0 4 3"><rect/></svg>', "whose namespace is not declared"),
    "half a file": (svg()[:-9], "this SVG is damaged"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="x-no"?><svg/>', "this SVG can't be read"),
    "too many bytes": (svg("<!--" + "x" * 2_000_000 + "--><rect/>"), "this is too large"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE.keys())
def test_anything_else_is_refused_by_its_name(data: bytes, reason: str) -> None:
    with pytest.raises(StorageError) as error:
        take_in_bytes(data, "leg.svg")
    assert str(error.value).startswith("leg.svg: ")
    assert reason in str(error.value)
    assert len(str(error.value)) < 200


def test_the_refusal_names_the_file(tmp_path: Path) -> None:
    from hamstring_gui.storage.pictures import take_in

    file = tmp_path / "leg.png"  # whatever it is called
    file.write_bytes(HOSTILE["a script"][0])
    with pytest.raises(StorageError, match=r"leg\.png: holds <script>"):
        take_in(file)
