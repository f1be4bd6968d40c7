"""Digests by Python's own code. `hashlib` gives the same, and brings all of OpenSSL along: 3 MB."""

from __future__ import annotations

__all__ = ("blake2b", "sha256")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        from _blake2 import blake2b

        try:
            from _sha2 import sha256  # from Python 3.12 on
        except ImportError:
            from _sha256 import sha256
    except ImportError:  # a Python that was built otherwise
        from hashlib import blake2b, sha256
