"""Pack values of known types into bytes and digests, and give them back; of msgspec's two doors, the one for bytes."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from msgspec import Raw
    from msgspec.msgpack import Decoder, Encoder

Made = TypeVar("Made")
_DIGEST = 16
"""Bytes of a digest: enough that no two values ever share one."""
_PIECE = 1 << 20


def encoded(value: object) -> bytes:
    """Pack a value, such that `decoded` of its type gives it back.

    Raises ValueError or OverflowError for a lone surrogate or a number beyond 64 bits.
    """
    return _encoder().encode(value)


def decoded(data: bytes | memoryview, kind: type[Made]) -> Made:
    """Give back what `encoded` packed."""
    from msgspec.msgpack import decode

    return decode(data, type=kind)


@cache
def decoder(returns: Callable[[], Any]) -> Decoder[Any]:
    """Return what decodes the type that a function gives, made once."""
    from msgspec.msgpack import Decoder

    return Decoder(returns())


def raw(data: bytes) -> Raw:
    """Mark as packed what is packed again within something else."""
    from msgspec import Raw

    return Raw(data)


def raws(data: bytes | memoryview) -> dict[bytes, Any]:
    """Give back a mapping to packed values, which stay packed."""
    from msgspec import Raw

    return decoded(data, dict[bytes, Raw])


def pieces(held: Mapping[bytes, Any]) -> Iterator[bytes]:
    """Pack a mapping to packed values, for `raws`, piece by piece: the whole would be as large again."""
    piece = bytearray(b"\xdf" + len(held).to_bytes(4))  # a mapping, as msgpack begins one
    for key, packed in held.items():
        piece += encoded(key)
        piece += packed
        if len(piece) > _PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)


def digest(value: object) -> bytes:
    """Return a digest that equal values of one type share; empty if the value has none."""
    with suppress(ValueError, OverflowError):
        return sure_digest(value)
    return b""


def sure_digest(value: object) -> bytes:
    """Return the digest of a value, or raise what `encoded` raises."""
    return hashlib.blake2b(encoded(value), digest_size=_DIGEST).digest()


@cache
def _encoder() -> Encoder:
    from msgspec.msgpack import Encoder

    return Encoder(enc_hook=_plain)


def _plain(value: object) -> object:
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise TypeError(value)
