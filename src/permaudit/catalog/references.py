"""How the catalogue writes classes, fields, methods and URIs: the way `dexdump` prints them, checked on loading."""

from __future__ import annotations

from typing import Annotated

import msgspec

Descriptor = Annotated[str, msgspec.Meta(pattern=r"^L[^;()]+;$")]
"""A class, `Lcom/x/A;`."""

FieldReference = Annotated[str, msgspec.Meta(pattern=r"^L[^;()]+;->[\w$]+:\[*(?:[A-Z]|L[^;()]+;)$")]
"""A field as `dexdump` prints it, `Lcom/x/A;->NAME:Landroid/net/Uri;`."""

MethodReference = Annotated[str, msgspec.Meta(pattern=r"^L[^;()]+;->[\w$<>]+\([^()]*\)\[*(?:[A-Z]|L[^;()]+;)$")]
"""A method as `dexdump` prints it, `Lcom/x/A;->name(I)V`."""

MethodPattern = Annotated[str, msgspec.Meta(pattern=r"^L[^;()]+;->[\w$<>]+(?:\([^()]*\)\[*(?:[A-Z]|L[^;()]+;))?$")]
"""A method reference, or `Lcom/x/A;->name` for all its overloads."""

MethodSignature = Annotated[str, msgspec.Meta(pattern=r"^[\w$<>]+\([^()]*\)\[*(?:[A-Z]|L[^;()]+;)$")]
"""A method without its class, `name(I)V`."""

ContentUri = Annotated[str, msgspec.Meta(pattern=r"^content://[^/]+")]
"""A content URI; `*` stands for a piece built at run time."""

AnyMimeType = Annotated[str, msgspec.Meta(pattern=r"^[\w.*-]+/[\w.*+-]+$")]
"""A MIME type, `vnd.android.cursor.item/name`."""
