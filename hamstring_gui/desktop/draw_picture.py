"""Drawing somebody's SVG, or large WebP, in a process of its own, which has little time and memory and reads no other
file.

The program calls `draw`; that runs this file as a script, with the picture on standard input and the PNG on standard
output. What Qt draws has been read and written anew before: without DOCTYPE, entities and instructions, with no
reference to anything outside itself, and in the few words that Qt draws as everybody else does (`plain_svg`).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

MOST_SECONDS = 20.0
MOST_CPU_SECONDS = 2
MOST_MEMORY = 700_000_000
"""Bytes of addresses: Qt itself takes more than half of them."""
MOST_DATA = 160_000_000
"""Bytes of its own; libraries take 30 MB more."""
MOST_UNEQUAL = 50
"""Width over height, or the other way round."""
REFUSED = 3
"""What the process ends with when it says the reason on standard error."""
INCOMPLETE = "parts of this drawing are too large, too fine or nested too deeply to be drawn"
TOO_MUCH = "this drawing takes too much time or memory to be drawn"
_EMBEDDED = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How the pictures inside begin that are let through: PNG and JPEG."""
_ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_LOGGING_RULES": "qt.svg.*=true;qt.gui.imageio=true",
    "PYTHONPATH": os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))),
}


class NotDrawn(ValueError):
    """The reason, as a sentence that goes behind the file's name."""


def draw(svg: bytes, longest_side: int) -> bytes:
    """The drawing as a PNG, so many pixels wide or high. Raises `NotDrawn`."""
    import subprocess

    try:
        done = subprocess.run(
            [sys.executable, "-P", __file__, str(longest_side)],
            input=svg,
            capture_output=True,
            timeout=MOST_SECONDS,
            env=os.environ | _ENVIRONMENT,
        )
    except subprocess.TimeoutExpired:
        raise NotDrawn(TOO_MUCH) from None
    except OSError as error:
        raise NotDrawn(f"this drawing can't be drawn: {error.strerror}") from error
    if done.returncode == 0:
        return done.stdout
    raise NotDrawn(done.stderr.decode("utf-8", "replace") if done.returncode == REFUSED else TOO_MUCH)


# -- in the process of its own -----------------------------------------------------------------------------------------
def main() -> None:
    _limit_itself()
    try:
        png = drawn(sys.stdin.buffer.read(), int(sys.argv[1]))
    except NotDrawn as refused:
        sys.stderr.buffer.write(str(refused).encode("utf-8", "replace"))
        sys.exit(REFUSED)
    sys.stdout.buffer.write(png)
    sys.stdout.flush()
    os._exit(0)  # nothing is left to be put in order, and Qt takes its time


def drawn(svg: bytes, longest_side: int) -> bytes:
    """What `draw` gives, made in this process and without its limits. Raises `NotDrawn`."""
    if is_webp(svg):
        return _small_webp(svg, longest_side)
    return _png(_harmless(svg), longest_side)


def is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _limit_itself() -> None:
    limit_process(MOST_MEMORY, MOST_DATA, MOST_CPU_SECONDS)


def limit_process(addresses: int, data: int, cpu_seconds: int, *, hard_cpu: bool = True) -> None:
    """Bound this process: bytes of addresses, bytes of its own, seconds of work; and it may not write any file.

    The seconds can be raised later unless they are `hard_cpu`.
    """
    with suppress(ImportError):  # Windows has no such limits: there the time is all that is limited
        import resource

        for kind, most, hard in (
            (resource.RLIMIT_AS, addresses, True),
            (resource.RLIMIT_DATA, data, True),
            (resource.RLIMIT_CPU, cpu_seconds, hard_cpu),
            (resource.RLIMIT_FSIZE, 0, True),
            (resource.RLIMIT_CORE, 0, True),
        ):
            with suppress(OSError, ValueError):  # a lower limit is there already
                resource.setrlimit(kind, (most, most if hard else resource.getrlimit(kind)[1]))


def _harmless(data: bytes) -> bytes:
    """The SVG written anew. Raises `NotDrawn` when it is none, or reaches out of itself."""
    from xml.etree import ElementTree

    from hamstring_gui.desktop.plain_svg import made_plain
    from hamstring_gui.desktop.svg_styles import NotPlain

    try:
        root = ElementTree.fromstring(data)
        for element in root.iter():
            for name, value in element.attrib.items():
                if name.rpartition("}")[2] == "href":
                    element.set(name, _inside(str(element.tag).rpartition("}")[2], value.strip()))
        tag = str(root.tag).rpartition("}")[2]
        if tag != "svg":
            raise NotDrawn(f"this is not an SVG picture: it begins with <{tag[:40]}>")
        made_plain(root)
        root.set("xmlns", "http://www.w3.org/2000/svg")
        return ElementTree.tostring(root, encoding="unicode").encode()
    except NotPlain as reason:
        raise NotDrawn(str(reason)) from reason
    except ElementTree.ParseError as error:
        raise NotDrawn(f"this SVG is damaged: {error}") from error
    except RecursionError:
        raise NotDrawn("this SVG is nested too deeply") from None
    except NotDrawn:
        raise
    except (ValueError, LookupError) as error:
        raise NotDrawn(f"this SVG can't be read: {error}") from error


def _inside(tag: str, link: str) -> str:
    """A link to something in the drawing itself; one that is only there to be clicked leads nowhere."""
    if link.startswith("#") or not link:
        return link
    if tag == "a":
        return "#"
    import base64

    start, _, encoded = link.partition(";base64,")
    if tag == "image" and start.startswith("data:image/"):
        with suppress(ValueError):
            picture = base64.b64decode(encoded)
            if picture.startswith(_EMBEDDED):
                return f"data:image/png;base64,{base64.b64encode(picture).decode()}"
        raise NotDrawn("a picture inside this drawing is neither PNG nor JPEG")
    raise NotDrawn(f'this drawing refers to something outside itself: "{" ".join(link.split())[:60]}"')


def _png(svg: bytes, longest_side: int) -> bytes:
    """The drawing, without whatever it lies on. Raises `NotDrawn`, also when Qt would leave out a part of it."""
    from PySide6 import QtCore
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    left_out: list[str] = []

    def hear(_: QtCore.QtMsgType, context: QtCore.QMessageLogContext, message: str) -> None:
        if context.category in ("qt.svg.draw", "qt.gui.imageio"):
            left_out.append(message)

    application = QGuiApplication.instance() or QGuiApplication([])
    heard_before = QtCore.qInstallMessageHandler(hear)
    try:
        drawing = QSvgRenderer(QtCore.QByteArray(svg))
        if not drawing.isValid():
            from hamstring_gui.desktop.svg_styles import CIRCLE

            raise NotDrawn(CIRCLE)
        shape = drawing.viewBoxF().size()
        width, height = shape.width(), shape.height()
        if not (width > 0 and height > 0 and max(width, height) <= min(width, height) * MOST_UNEQUAL):
            raise NotDrawn(f"this drawing has no size, or is more than {MOST_UNEQUAL} times as long as it is wide")
        scale = longest_side / max(width, height)
        image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QtCore.Qt.GlobalColor.transparent)
        blank = image.copy()
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
    finally:
        QtCore.qInstallMessageHandler(heard_before)
    if left_out:
        raise NotDrawn(INCOMPLETE)
    if image == blank:
        raise NotDrawn("there is nothing to see in this drawing")
    out = QtCore.QBuffer(application)
    QImageWriter(out, QtCore.QByteArray(b"png")).write(image)
    return bytes(out.data().data())


def _small_webp(data: bytes, longest_side: int) -> bytes:
    """The first picture of a WebP: Qt needs a quarter of the memory that others take for it. Raises `NotDrawn`."""
    from PySide6.QtCore import QBuffer, QByteArray, Qt
    from PySide6.QtGui import QImage, QImageReader, QImageWriter

    held = QByteArray(data)
    source = QBuffer(held)
    image = QImageReader(source, QByteArray(b"webp")).read()
    if image.isNull():
        raise NotDrawn("this picture is damaged, or takes too much memory")
    image.convertTo(QImage.Format.Format_ARGB32_Premultiplied)  # in its place: scaling would make a copy
    side = min(longest_side, max(image.width(), image.height()))
    small = image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    out = QBuffer()
    QImageWriter(out, QByteArray(b"png")).write(small)
    return bytes(out.data().data())


if __name__ == "__main__":
    main()
