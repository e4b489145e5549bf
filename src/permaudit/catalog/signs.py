"""What rules ask for by a name of the catalogue: calls, texts, files, packers, and keys that everybody has."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from permaudit.catalog.methods import ExactMethodEntry, MethodEntry
from permaudit.catalog.references import ContentUri, Descriptor

SignId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Words joined by hyphens, by which rules ask for an entry; several entries may share one."""


class CallEntry(MethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method of Android or of a library that rules ask for by `api`.

    Without a descriptor, all overloads are meant; `inherited`: an app's subclass may stand as the class of the call.
    `permissions`: Android wants any one of them. `only` narrows a call: `when-refused` to code that runs only after the
    person refused a permission, `launcher-part` to one that switches off what the home screen shows. With `text`, one
    of the arguments is this text (a `*` at an end stands for any letters there).
    """

    api: SignId
    inherited: bool = False
    permissions: tuple[str, ...] = ()
    only: Literal["when-refused", "launcher-part"] | None = None
    text: str | None = None


class UriCall(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Content URIs that rules ask for by `api`: a reading call whose URI begins so counts as a call."""

    api: SignId
    uri: ContentUri
    permissions: tuple[str, ...] = ()

    def begins(self, uri: str) -> bool:
        """Whether a URI begins so, segment by segment; `*` stands for any one segment."""
        wanted, segments = self.uri.split("/"), uri.partition("?")[0].partition("#")[0].split("/")
        return len(segments) >= len(wanted) and all(
            want in ("*", segment) for want, segment in zip(wanted, segments, strict=False)
        )


class CallCatalog(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `calls.yaml`.

    `apis` says of each id, in English, what such a call does: `it reads where the phone is`. `asks` are methods by
    which an app asks the person for permissions, `answers` those that hear what the person said.
    """

    apis: dict[SignId, str]
    calls: tuple[CallEntry, ...]
    uris: tuple[UriCall, ...] = ()
    asks: tuple[AskEntry, ...] = ()
    answers: tuple[AnswerEntry, ...] = ()

    def addressed(self, uri: str) -> list[UriCall]:
        """The entries whose URI this one begins with."""
        return [each for each in self.uris if each.begins(uri)]


class AskEntry(MethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method that has Android ask for permissions; `names` is the declared parameter that holds their names.

    The parameter is a text, or an array or collection of texts. `only_names` marks a method that is given other things
    as well: only what looks like the name of a permission is a question. With `text`, the first argument is this text.
    """

    names: int
    inherited: bool = False
    only_names: bool = False
    text: str | None = None


class AnswerEntry(ExactMethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method of a listener that is called with the answer to a question for permissions.

    `answer` is the declared parameter that holds it: results as Android gives them (`int[]`), yes or no, or a map of
    them. Without one, the method is called only if something was refused.
    """

    answer: int | None = None


class TextEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that rules ask for by `string`; a `*` at an end stands for any letters there."""

    id: SignId
    text: Annotated[str, msgspec.Meta(min_length=4)]
    source: str


PathPattern = Annotated[str, msgspec.Meta(min_length=4, pattern=r"[^*/]{3}")]
"""A whole path in the APK; a `*` stands for any letters, slashes among them: `lib/*/libapp.so`, `assets/*.dex`."""


class FileEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Files of a package that rules ask for by `asset`; several entries may share an id."""

    id: SignId
    name: PathPattern
    source: str


class PackerEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A commercial packer or protector and its signs, of which one is enough.

    `files` are paths in the APK. `applications` are the classes that it has the manifest name as `application` or as
    component factory, so that they start first; `classes` are others of its own. A `*` stands for any letters. Of a
    class that the package defines, only what stands before the `*` has to fit, and a name that begins `L*` is only
    looked for in the manifest. A `packer` hides the DEX code, a `protector` changes it.
    """

    name: str
    id: SignId
    kind: Literal["packer", "protector"]
    certainty: Literal["source", "documented", "seen", "known"]
    source: str
    files: tuple[PathPattern, ...] = ()
    applications: tuple[Descriptor, ...] = ()
    classes: tuple[Descriptor, ...] = ()

    def __post_init__(self) -> None:
        if not (self.files or self.applications or self.classes):
            raise ValueError("it has no sign")


class PublicKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A signing certificate whose private key everybody has, by the SHA-256 of the certificate or by its subject.

    `subject` is what the certificate says of itself, as the report prints it (`Common Name: X, Organization: Y`).
    """

    name: str
    source: str
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")] | None = None
    subject: str | None = None

    def __post_init__(self) -> None:
        if self.sha256 is None and self.subject is None:
            raise ValueError("it needs a SHA-256 or a subject")


class PlaceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `places.yaml`: unions whose law holds in all their members, by ISO 3166 code."""

    members: dict[str, tuple[str, ...]]
