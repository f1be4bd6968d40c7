"""Says when headphones are unplugged, by PulseAudio's library, which PipeWire answers to as well.

Standard library only. libpulse calls back from its own loop, which runs in a thread here. Where there is no library or
no server, nothing is ever said.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_uint8, c_uint32, c_uint64, c_void_p
from typing import Any

from hamstring_gui.domain.values import dataclass

NOT_AVAILABLE = 1
READY, FAILED, TERMINATED = 4, 5, 6
NO_AUTOSPAWN = 1
SINKS_CARDS_SERVER = 0x0001 | 0x0080 | 0x0200
NOWHERE = b"auto_null"
"""The sink that PulseAudio makes where there is none; it goes when one comes."""
ON_THE_EARS = ("headphone", "headset", "earpiece", "hands-free", "handsfree")


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where sound comes out: a sink, and its port, if it has any."""

    sink: int
    port: str = ""
    available: bool = True

    @property
    def on_the_ears(self) -> bool:
        return any(word in self.port.lower() for word in ON_THE_EARS)


def unplugged(before: Outlet, now: Outlet | None) -> bool:
    """Whether what was listened by is gone, as the same sink is `now` (`None`: there is no such sink any more)."""
    if now is None:
        return True
    if not now.available:
        return before.available or before.port != now.port
    return before.on_the_ears and before.port != now.port and not now.on_the_ears


# --- libpulse ---------------------------------------------------------------------------------------------------------
class _Port(Structure):
    _fields_ = (("name", c_char_p), ("description", c_char_p), ("priority", c_uint32), ("available", c_int))


class _Samples(Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _PerChannel(Structure):
    """pa_channel_map and pa_cvolume are alike: how many, and a number for each of 32."""

    _fields_ = (("channels", c_uint8), ("values", c_uint32 * 32))


class _Sink(Structure):
    """pa_sink_info."""

    _fields_ = (
        ("name", c_char_p), ("index", c_uint32), ("description", c_char_p), ("samples", _Samples),
        ("map", _PerChannel), ("module", c_uint32), ("volume", _PerChannel), ("mute", c_int),
        ("monitor", c_uint32), ("monitor_name", c_char_p), ("latency", c_uint64), ("driver", c_char_p),
        ("flags", c_int), ("properties", c_void_p), ("configured_latency", c_uint64), ("base_volume", c_uint32),
        ("state", c_int), ("steps", c_uint32), ("card", c_uint32), ("n_ports", c_uint32), ("ports", c_void_p),
        ("port", POINTER(_Port)),
    )  # fmt: skip


class _Server(Structure):
    """pa_server_info, as far as it is read."""

    _fields_ = (
        ("user", c_char_p), ("host", c_char_p), ("version", c_char_p), ("name", c_char_p), ("samples", _Samples),
        ("default_sink", c_char_p),
    )  # fmt: skip


_OnState = CFUNCTYPE(None, c_void_p, c_void_p)
_OnEvent = CFUNCTYPE(None, c_void_p, c_int, c_uint32, c_void_p)
_OnServer = CFUNCTYPE(None, c_void_p, POINTER(_Server), c_void_p)
_OnSink = CFUNCTYPE(None, c_void_p, POINTER(_Sink), c_int, c_void_p)


class Headphones:
    """Calls `tell` from a thread of its own, once for each time that they are unplugged."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._outlet: Outlet | None = None
        self._pulse: Any = None
        self._loop: c_void_p | None = None
        self._over, self._ending = False, threading.Lock()
        self._context = c_void_p()
        self._called_back = (  # kept as long as they may be called
            _OnState(self._on_state), _OnEvent(lambda *_: self._look()), _OnServer(self._on_server),
            _OnSink(self._on_default), _OnSink(self._on_known),
        )  # fmt: skip

    def watch(self) -> None:
        """Begin, in the background."""
        threading.Thread(target=self._run, daemon=True).start()

    def close(self) -> None:
        """Watch no more; the thread ends at once. Harmless when done twice."""
        with self._ending:
            self._over = True
            if self._loop is not None:
                self._pulse.pa_mainloop_wakeup(self._loop)

    def _run(self) -> None:
        try:
            self._pulse = pulse = ctypes.CDLL("libpulse.so.0")
        except OSError:
            return
        for name in ("pa_mainloop_new", "pa_mainloop_get_api", "pa_context_new", "pa_context_subscribe",
                     "pa_context_get_server_info", "pa_context_get_sink_info_by_name",
                     "pa_context_get_sink_info_by_index"):  # fmt: skip
            getattr(pulse, name).restype = c_void_p
        self._loop = loop = c_void_p(pulse.pa_mainloop_new())
        self._context = c_void_p(pulse.pa_context_new(c_void_p(pulse.pa_mainloop_get_api(loop)), b"Hamstring"))
        pulse.pa_context_set_state_callback(self._context, self._called_back[0], None)
        pulse.pa_context_set_subscribe_callback(self._context, self._called_back[1], None)
        if pulse.pa_context_connect(self._context, None, NO_AUTOSPAWN, None) >= 0:
            while not self._over and pulse.pa_mainloop_iterate(loop, 1, None) >= 0:
                pass
        with self._ending:
            self._loop = None
        pulse.pa_context_disconnect(self._context)
        pulse.pa_context_unref(self._context)
        pulse.pa_mainloop_free(loop)

    def _on_state(self, context: int, _: int) -> None:
        state = self._pulse.pa_context_get_state(c_void_p(context))
        self._over = self._over or state in (FAILED, TERMINATED)
        if state == READY:
            self._let_go(self._pulse.pa_context_subscribe(self._context, SINKS_CARDS_SERVER, None, None))
            self._look()

    def _look(self) -> None:
        """How the sink is that was the default one, then which one is."""
        if (known := self._outlet) is not None:
            by_index = self._pulse.pa_context_get_sink_info_by_index
            self._let_go(by_index(self._context, c_uint32(known.sink), self._called_back[4], None))
        self._let_go(self._pulse.pa_context_get_server_info(self._context, self._called_back[2], None))

    def _let_go(self, operation: int | None) -> None:
        if operation:
            self._pulse.pa_operation_unref(c_void_p(operation))

    def _on_known(self, _: int, sink: Any, end: int, __: int) -> None:
        """`end` is 0 with the sink, 1 after it, less than 0 where there is none."""
        if end > 0 or (before := self._outlet) is None:
            return
        now = _outlet(sink) if end == 0 else None
        self._outlet = now
        if unplugged(before, now):
            self._tell()

    def _on_server(self, _: int, server: Any, __: int) -> None:
        if server and (name := server.contents.default_sink):
            by_name = self._pulse.pa_context_get_sink_info_by_name
            self._let_go(by_name(self._context, name, self._called_back[3], None))

    def _on_default(self, _: int, sink: Any, end: int, __: int) -> None:
        if end == 0:
            self._outlet = _outlet(sink) if sink.contents.name != NOWHERE else None


def _outlet(sink: Any) -> Outlet:
    info = sink.contents
    if not info.port:
        return Outlet(info.index)
    port = info.port.contents
    return Outlet(info.index, (port.name or b"").decode(errors="replace"), port.available != NOT_AVAILABLE)
