"""The words of a still SVG picture: the namespaces, elements and attributes that `svg` lets through."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPACES = {
    "": re.compile(r"http://www\.w3\.org/2000/svg"),
    "svg": re.compile(r"http://www\.w3\.org/2000/svg"),
    "xlink": re.compile(r"http://www\.w3\.org/1999/xlink"),
}
NOTES_SPACE = re.compile(
    r"http://(www\.inkscape\.org/|sodipodi\.sourceforge\.net/|creativecommons\.org/ns|web\.resource\.org/cc/"
    r"|purl\.org/dc/|www\.w3\.org/1999/02/22-rdf-syntax-ns|ns\.adobe\.com/|www\.serif\.com/|www\.bohemiancoding\.com/).*"
)
"""Namespaces of what drawing programs note for themselves."""
NOTES = _words(
    """
    Agent Bag License RDF Work creator contributor coverage date description format grid guide identifier language li
    license namedview page path-effect permits perspective prohibits publisher relation requires rights source subject
    templateinfo title type
    """
)
DRAWN = _words("circle ellipse image line path polygon polyline rect text use")
GRADIENTS = _words("linearGradient radialGradient")
ELEMENTS = DRAWN | GRADIENTS | _words("clipPath defs desc g mask metadata stop style svg switch symbol title tspan")
ATTRIBUTES = _words(
    """
    alignment-baseline baseProfile baseline-shift class clip clip-path clip-rule clipPathUnits color
    color-interpolation color-rendering cx cy d direction display dominant-baseline dx dy enable-background fx fy
    gradientTransform gradientUnits height href id image-rendering isolation lengthAdjust letter-spacing mask
    mask-type maskContentUnits maskUnits mix-blend-mode offset opacity overflow paint-order pathLength points
    preserveAspectRatio r role rotate rx ry shape-rendering spreadMethod stop-color stop-opacity style text-anchor
    text-decoration text-rendering textLength transform transform-origin type unicode-bidi vector-effect version
    viewBox visibility width word-spacing writing-mode x x1 x2 xlink:href xlink:type xml:id xml:lang xml:space y y1 y2
    """
)
FAMILIES = re.compile(r"(fill|stroke|font|aria|data)(-[\w.-]+)?")
