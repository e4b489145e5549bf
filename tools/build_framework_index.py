#!/usr/bin/env python3
"""Writes rules/catalog/framework-index.txt.zz: Android's classes, their supertypes, the methods an app may override.

Android's own classes come from the android-all jar that Robolectric publishes (fetched with Maven), those of
java.* and javax.*, which that jar leaves to the Java runtime, from the symbol file of a JDK (22 or newer knows Java 21
as a past release). Same inputs, same bytes out.

    python tools/build_framework_index.py [--jar android-all.jar] [--jdk JDK_HOME] [--output FILE]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ARTEFACT, VERSION = "org.robolectric:android-all", "16-robolectric-13921718"
JAR_SHA256 = "8b74a0a137330658d2f33f0dc715d42734f74ba8b2d7014fc2e95aa40d3f682d"
OUTPUT = Path(__file__).resolve().parents[1] / "rules" / "catalog" / "framework-index.txt.zz"

# Java 8 is what every Android since 7 offers, 21 the newest that Android 16 draws on; the index is the union of both.
JAVA_RELEASES = (8, 21)
# The packages of Java SE that Android has: developer.android.com/reference/packages.
JAVA_PACKAGES = frozenset(
    "java/io java/lang java/lang/annotation java/lang/invoke java/lang/ref java/lang/reflect java/lang/runtime "
    "java/math java/net java/nio java/nio/channels java/nio/channels/spi java/nio/charset java/nio/charset/spi "
    "java/nio/file java/nio/file/attribute java/nio/file/spi java/security java/security/acl java/security/cert "
    "java/security/interfaces java/security/spec java/sql java/text java/time java/time/chrono java/time/format "
    "java/time/temporal java/time/zone java/util java/util/concurrent java/util/concurrent/atomic "
    "java/util/concurrent/locks java/util/function java/util/jar java/util/logging java/util/prefs java/util/random "
    "java/util/regex java/util/stream java/util/zip javax/crypto javax/crypto/interfaces javax/crypto/spec javax/net "
    "javax/net/ssl javax/security/auth javax/security/auth/callback javax/security/auth/login javax/security/auth/x500 "
    "javax/security/cert javax/sql".split()
)
JAVA_CLASSES = frozenset(  # Android has only these of java.beans and java.awt.font
    "java/awt/font/NumericShaper java/awt/font/TextAttribute java/beans/IndexedPropertyChangeEvent "
    "java/beans/PropertyChangeEvent java/beans/PropertyChangeListener java/beans/PropertyChangeListenerProxy "
    "java/beans/PropertyChangeSupport".split()
)

PLATFORM = re.compile(r"(android|dalvik|java)/|javax/(xml|microedition)/|org/(json|xml|w3c|xmlpull|apache/http)/")
# Hidden from apps: libraries renamed into android.*, system services, and the interfaces of vendors' hardware.
HIDDEN = re.compile(
    r"android/(aconfig|aconfigd|audio|automotive|car|federatedcompute|filterfw|filterpacks|frameworks|gsi|gui|hidl"
    r"|internal|ondevicepersonalization|os/vold|providers|stats|sysprop|system/[^/]+|tracing|updatabledriver|uprobestats)/"
    r"|android/hardware/(audio|automotive|broadcastradio|cas|contexthub|gnss|health|keymaster|light|oemlock|power|radio"
    r"|secure_element|security|soundtrigger3|tests|thermal|tv|usb/gadget|vibrator|weaver|wifi)/"
    r"|android/(media/audio/common|media/tv/extension|net/wifi/nl80211|security/keystore2)/"
    r"|(.*/)?(internal|impl|aidl|nano|V\d+_\d+)/"
    r"|android/net/connectivity/"
    r"|.*(\$Default|/FeatureFlags|/FeatureFlagsImpl|/FakeFeatureFlagsImpl|/CustomFeatureFlags|/Flags)$"
)

CLASS_FILE_MAGIC = 0xCAFEBABE
ACC_PUBLIC, ACC_PROTECTED, ACC_STATIC, ACC_FINAL = 0x0001, 0x0004, 0x0008, 0x0010
ACC_INTERFACE, ACC_SYNTHETIC = 0x0200, 0x1000
CONSTANT_UTF8, CONSTANT_CLASS, CONSTANT_LONG, CONSTANT_DOUBLE = 1, 7, 5, 6
_CONSTANT_SIZE = {
    3: 4,
    4: 4,
    5: 8,
    6: 8,
    7: 2,
    8: 2,
    9: 4,
    10: 4,
    11: 4,
    12: 4,
    15: 3,
    16: 2,
    17: 4,
    18: 4,
    19: 2,
    20: 2,
}

HEADER = (
    "# Android's classes, sorted: descriptor, superclass, interfaces, overridable methods (tab-separated). "
    "Read from {jar} and the symbols of Java SE {releases}. "
    "Names and signatures are facts about the public platform (AOSP, Apache-2.0)."
)


@dataclass(frozen=True, slots=True)
class ClassFile:
    """What one class declares; names are internal (`java/lang/Object`), methods are `name(desc)ret`, both MUTF-8."""

    name: bytes
    superclass: bytes | None
    interfaces: tuple[bytes, ...]
    methods: tuple[bytes, ...]
    public: bool
    extendable: bool
    """An app could extend it: not final, and an interface or with a constructor that is public or protected."""

    @property
    def supertypes(self) -> tuple[bytes, ...]:
        """The superclass, if any, then the interfaces in the order declared."""
        return ((self.superclass,) if self.superclass else ()) + self.interfaces


def parse_class_file(data: bytes) -> ClassFile:
    """Read the head and the methods of a class file (JVM specification, chapter 4)."""
    texts, classes, position = _constants(data)
    flags, this_class, super_class, interface_count = struct.unpack_from(">4H", data, position)
    position += 8
    interfaces = struct.unpack_from(f">{interface_count}H", data, position)
    position = _skip_members(data, position + 2 * interface_count)
    methods, constructors = [], []
    for access, name, descriptor in _members(data, position):
        if not access & (ACC_PUBLIC | ACC_PROTECTED):
            continue
        if texts[name] == b"<init>":
            constructors.append(descriptor)
        # A synthetic method is a bridge: a supertype already declares its signature.
        elif not access & (ACC_STATIC | ACC_FINAL | ACC_SYNTHETIC) and texts[name] != b"<clinit>":
            methods.append(texts[name] + texts[descriptor])
    final = bool(flags & ACC_FINAL)
    return ClassFile(
        name=texts[classes[this_class]],
        superclass=texts[classes[super_class]] if super_class else None,
        interfaces=tuple(texts[classes[interface]] for interface in interfaces),
        methods=() if final else tuple(methods),
        public=bool(flags & ACC_PUBLIC),
        extendable=not final and bool(flags & ACC_INTERFACE or constructors),
    )


def _constants(data: bytes) -> tuple[dict[int, bytes], dict[int, int], int]:
    """The constant pool's texts and class names by index, and where the pool ends."""
    magic, _, _, count = struct.unpack_from(">IHHH", data)
    if magic != CLASS_FILE_MAGIC:
        raise ValueError("not a class file")
    texts: dict[int, bytes] = {}
    classes: dict[int, int] = {}
    index, position = 1, 10
    while index < count:
        tag = data[position]
        if tag == CONSTANT_UTF8:
            size = 2 + int.from_bytes(data[position + 1 : position + 3], "big")
            texts[index] = data[position + 3 : position + 1 + size]
        else:
            size = _CONSTANT_SIZE[tag]
            if tag == CONSTANT_CLASS:
                classes[index] = int.from_bytes(data[position + 1 : position + 3], "big")
        position += 1 + size
        index += 2 if tag in {CONSTANT_LONG, CONSTANT_DOUBLE} else 1
    return texts, classes, position


def _skip_members(data: bytes, position: int) -> int:
    """Where the member table at `position` ends."""
    (count,) = struct.unpack_from(">H", data, position)
    position += 2
    for _ in range(count):
        position = _skip_attributes(data, position + 6)
    return position


def _members(data: bytes, position: int) -> Iterator[tuple[int, int, int]]:
    """Access flags, name and descriptor index of each member in the table at `position`."""
    (count,) = struct.unpack_from(">H", data, position)
    position += 2
    for _ in range(count):
        yield struct.unpack_from(">3H", data, position)
        position = _skip_attributes(data, position + 6)


def _skip_attributes(data: bytes, position: int) -> int:
    (count,) = struct.unpack_from(">H", data, position)
    position += 2
    for _ in range(count):
        position += 6 + int.from_bytes(data[position + 2 : position + 6], "big")
    return position


ClassSource = Callable[[bytes], ClassFile | None]


def open_jar(jar: zipfile.ZipFile) -> tuple[set[bytes], ClassSource]:
    """The names of Android's classes in the android-all jar that apps may see, and a function that reads any class."""
    entries = {name.removesuffix(".class").encode(): name for name in jar.namelist() if name.endswith(".class")}
    wanted = {name for name in entries if PLATFORM.match(name.decode()) and not HIDDEN.match(name.decode())}

    def read(name: bytes) -> ClassFile | None:
        return parse_class_file(jar.read(entries[name])) if name in entries else None

    return wanted, read


def open_java_symbols(symbols: zipfile.ZipFile, release: int) -> tuple[set[bytes], ClassSource]:
    """The same for one Java release in a JDK's ct.sym, whose top folders name releases by base-36 digits."""
    digit = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[release]
    entries: dict[bytes, str] = {}
    for entry in symbols.namelist():
        releases, _, path = entry.partition("/")
        if digit in releases and path.endswith(".sig"):
            entries[path.partition("/")[2].removesuffix(".sig").encode()] = entry
    if b"java/lang/Object" not in entries:
        raise SystemExit(f"the JDK's symbols do not describe Java {release}: take a newer JDK (--jdk)")
    wanted = {name for name in entries if _is_android_java(name.decode())}

    def read(name: bytes) -> ClassFile | None:
        return parse_class_file(symbols.read(entries[name])) if name in entries else None

    return wanted, read


def _is_android_java(name: str) -> bool:
    return name.rpartition("/")[0] in JAVA_PACKAGES or name.partition("$")[0] in JAVA_CLASSES


def collect(sources: Iterable[tuple[set[bytes], ClassSource]]) -> dict[bytes, ClassFile]:
    """Every wanted public class of every source, and whatever these extend or implement; united by name."""
    sources = list(sources)
    found: dict[bytes, ClassFile] = {}
    for wanted, read in sources:
        for name in sorted(wanted):
            declared = read(name)
            if declared is not None and declared.public:
                found[name] = _united(found.get(name), declared)
    pending = [supertype for declared in found.values() for supertype in declared.supertypes]
    while pending:
        name = pending.pop()
        if name in found:
            continue
        for _, read in sources:
            declared = read(name)
            if declared is not None:
                found[name] = _united(found.get(name), declared)
        if name not in found:
            sys.stderr.write(f"no source has {name.decode()}\n")
            continue
        pending.extend(found[name].supertypes)
    return found


def _united(first: ClassFile | None, second: ClassFile) -> ClassFile:
    """Both descriptions of one class; the newer `second` decides the superclass and leads the interfaces."""
    if first is None:
        return second
    return ClassFile(
        name=second.name,
        superclass=second.superclass,
        interfaces=tuple(dict.fromkeys(second.interfaces + first.interfaces)),
        methods=tuple({*first.methods, *second.methods}),
        public=first.public or second.public,
        extendable=first.extendable or second.extendable,
    )


def index_lines(classes: dict[bytes, ClassFile]) -> list[bytes]:
    """One sorted line a class; methods stand where an app can extend the class or a class below it."""
    open_to_apps: set[bytes] = set()
    pending = [name for name, declared in classes.items() if declared.extendable]
    while pending:
        name = pending.pop()
        if name in classes and name not in open_to_apps:
            open_to_apps.add(name)
            pending.extend(classes[name].supertypes)
    lines = []
    for name, declared in classes.items():
        fields = (
            _descriptor(name),
            _descriptor(declared.superclass) if declared.superclass else b"-",
            b",".join(map(_descriptor, declared.interfaces)) or b"-",
            b" ".join(sorted(declared.methods)) if name in open_to_apps else b"",
        )
        lines.append(b"\t".join(fields))
    return sorted(lines)


def _descriptor(name: bytes) -> bytes:
    return b"L" + name + b";"


def fetch_jar() -> Path:
    """The android-all jar, from the cache outside the tree or from Maven's central repository; checked by SHA-256."""
    cache = Path(os.environ.get("PERMAUDIT_CACHE", "~/.cache/permaudit")).expanduser()
    jar = cache / f"{ARTEFACT.partition(':')[2]}-{VERSION}.jar"
    if not jar.exists():
        cache.mkdir(parents=True, exist_ok=True)
        goal = ["dependency:copy", f"-Dartifact={ARTEFACT}:{VERSION}", f"-DoutputDirectory={cache}"]
        subprocess.run(["mvn", "--quiet", "--batch-mode", *goal], check=True)  # noqa: S603, S607
    with jar.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != JAR_SHA256:
            raise SystemExit(f"{jar.name} is not the file this tool was written for")
    return jar


def _java_symbols(jdk: Path | None) -> Path:
    if jdk is None:
        javac = shutil.which("javac")
        if javac is None:
            raise SystemExit("no JDK found: name one with --jdk")
        jdk = Path(javac).resolve().parents[1]
    return jdk / "lib" / "ct.sym"


def main() -> None:
    """Build the index and say how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--jar", type=Path, help=f"an android-all jar instead of {VERSION} from Maven")
    parser.add_argument("--jdk", type=Path, help=f"home of a JDK that knows Java {JAVA_RELEASES[-1]} as a past release")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    symbols_path = _java_symbols(arguments.jdk)
    jar_path = arguments.jar or fetch_jar()
    with zipfile.ZipFile(symbols_path) as symbols, zipfile.ZipFile(jar_path) as jar:
        sources = [open_java_symbols(symbols, release) for release in JAVA_RELEASES]
        lines = index_lines(collect([*sources, open_jar(jar)]))
    header = HEADER.format(jar=jar_path.name, releases=" and ".join(map(str, JAVA_RELEASES)))
    raw = b"\n".join([header.encode(), *lines]) + b"\n"
    compressed = zlib.compress(raw, 9)
    arguments.output.write_bytes(compressed)
    sys.stdout.write(f"{len(lines)} classes, {len(raw)} bytes, {len(compressed)} compressed\n")


if __name__ == "__main__":
    main()
