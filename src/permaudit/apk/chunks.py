"""The chunks of binary XML as Android walks them, rewritten in plain form for androguard's parser.

Packers write headers that Android accepts and androguard refuses or misreads: an odd file type or header size, chunks
of unknown type, attributes that do not start right behind their element. The other way round, androguard believes an
attribute count that does not fit its chunk, which lets a small file keep it busy for hours; Android refuses it. Here
the rules are those of AOSP `libs/androidfw/ResourceTypes.cpp` (ResXMLTree::setTo and validateNode,
ResXMLParser::nextNode).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_HEADER = struct.Struct("<HHI")  # type, header size, size with the header
_POOL = struct.Struct("<HHI5I")  # and string count, style count, flags, start of strings, start of styles
_ELEMENT = struct.Struct("<2I6H")  # namespace, name, start, size and count of attributes, id, class and style index
_XML_TYPE, _POOL_TYPE, _MAP_TYPE = 0x0003, 0x0001, 0x0180
_START_ELEMENT, _END_ELEMENT = 0x0102, 0x0103
_NODE_HEADER_BYTES, _ATTRIBUTE_BYTES = 16, 20
_BODY_BYTES = {_START_ELEMENT: 20, _END_ELEMENT: 8}  # namespaces and text carry nothing that is needed


class ChunkError(Exception):
    """Android would not read this as binary XML."""


def rewrite_plainly(data: bytes) -> bytes:
    """Rewrite binary XML up to the end of its root, with one string pool, one resource map and plain headers.

    Raises:
        ChunkError: there is no string pool or no element, or a chunk before the end of the root is damaged.
    """
    if len(data) < _HEADER.size:
        raise ChunkError
    _, header_size, size = _HEADER.unpack_from(data)
    if not _HEADER.size <= header_size <= size <= len(data):
        raise ChunkError
    pool = resource_map = b""
    nodes: list[bytes] = []
    depth = 0
    for kind, chunk_header_size, chunk in _walk(data, header_size, size):
        if kind == _POOL_TYPE and not nodes:
            pool = _plain_pool(chunk, chunk_header_size)
        elif kind == _MAP_TYPE and not nodes:
            ids = chunk[chunk_header_size:]
            resource_map = _HEADER.pack(_MAP_TYPE, _HEADER.size, _HEADER.size + len(ids)) + ids
        elif kind == _START_ELEMENT or (kind == _END_ELEMENT and depth):
            nodes.append(_plain_node(kind, chunk, chunk_header_size))
            depth += 1 if kind == _START_ELEMENT else -1
            if not depth:
                break
    if not pool or not nodes:
        raise ChunkError
    body = b"".join((pool, resource_map, *nodes))
    return _HEADER.pack(_XML_TYPE, _HEADER.size, _HEADER.size + len(body)) + body


def _walk(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield type, header size and bytes of each chunk."""
    at = start
    while at < end:
        if at + _HEADER.size > end:
            raise ChunkError
        kind, header_size, size = _HEADER.unpack_from(data, at)
        if not _HEADER.size <= header_size <= size <= end - at or (header_size | size) & 3:
            raise ChunkError
        yield kind, header_size, data[at : at + size]
        at += size


def _plain_pool(chunk: bytes, header_size: int) -> bytes:
    """Drop what stands between the 28 bytes of a string pool's header and its offsets."""
    surplus = header_size - _POOL.size
    if surplus < 0 or len(chunk) < _POOL.size:
        raise ChunkError
    kind, _, size, strings, styles, flags, strings_start, styles_start = _POOL.unpack_from(chunk)
    header = _POOL.pack(
        kind,
        _POOL.size,
        size - surplus,
        strings,
        styles,
        flags,
        max(0, strings_start - surplus),
        max(0, styles_start - surplus),
    )
    return header + chunk[header_size:]


def _plain_node(kind: int, chunk: bytes, header_size: int) -> bytes:
    """Rewrite one XML node with a 16-byte header and attributes of 20 bytes."""
    body = chunk[header_size:]
    if header_size < _NODE_HEADER_BYTES or len(body) < _BODY_BYTES[kind]:
        raise ChunkError
    if kind == _START_ELEMENT:
        namespace, name, start, size, count, *special = _ELEMENT.unpack_from(body)
        if count and (size < _ATTRIBUTE_BYTES or start + size * count > len(body)):
            raise ChunkError
        attributes = b"".join(body[at : at + _ATTRIBUTE_BYTES] for at in range(start, start + size * count, size or 1))
        body = _ELEMENT.pack(namespace, name, _ELEMENT.size, _ATTRIBUTE_BYTES, count, *special) + attributes
    return _node(kind, chunk, body)


def _node(kind: int, chunk: bytes, body: bytes) -> bytes:
    size = _NODE_HEADER_BYTES + len(body)
    return _HEADER.pack(kind, _NODE_HEADER_BYTES, size) + chunk[_HEADER.size : _NODE_HEADER_BYTES] + body
