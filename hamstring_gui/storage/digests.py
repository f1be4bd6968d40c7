"""Digests by Python's own code. `hashlib` gives the same, and brings all of OpenSSL along: 3 MB."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ("blake2b", "sha256")


def _found(name: str, *modules: str) -> Any:
    """From the first module that this Python has."""
    for module in modules:
        try:
            return getattr(import_module(module), name)
        except ImportError:
            continue
    raise ImportError(name)


if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    sha256 = _found("sha256", "_sha2", "_sha256", "hashlib")  # the first from Python 3.12 on
    blake2b = _found("blake2b", "_blake2", "hashlib")
