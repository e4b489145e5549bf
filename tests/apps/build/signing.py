"""Signs APKs: with the test key, with Android's own test key, with a key that nobody keeps, or not at all."""

import subprocess
from collections.abc import Collection
from pathlib import Path

from tests.apps.build.toolchain import HERE, Toolchain

_FLAGS = {1: "--v1-signing-enabled", 2: "--v2-signing-enabled", 3: "--v3-signing-enabled", 4: "--v4-signing-enabled"}


def sign(apk: Path, key: str, schemes: Collection[int], tools: Toolchain) -> Path:
    """Return the signed APK, which stands beside `apk`; `apk` itself where `key` is none."""
    if key == "none":
        return apk
    signed = apk.with_name("signed.apk")
    throw_away = apk.with_name("throw-away.p12")
    flags = [word for scheme, flag in _FLAGS.items() for word in (flag, str(scheme in schemes).lower())]
    try:
        command = ["apksigner", "sign", *_key(key, throw_away, tools), *flags, "--out", signed, apk]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    finally:
        throw_away.unlink(missing_ok=True)
    return signed


def _key(key: str, throw_away: Path, tools: Toolchain) -> list[str | Path]:
    if key == "android":
        private, certificate = tools.android_test_key
        return ["--key", private, "--cert", certificate]
    store = {"test": HERE / "test-key.p12", "other": throw_away}[key]
    if key == "other":
        _make_key(throw_away)
    return ["--ks", store, "--ks-pass", "pass:permaudit", "--ks-key-alias", "test"]


def _make_key(store: Path) -> None:
    """Android wants certificates that last; the key itself is gone as soon as it has signed."""
    command: list[str | Path] = ["keytool", "-genkeypair", "-keystore", store, "-storetype", "PKCS12"]
    command += ["-storepass", "permaudit", "-alias", "test", "-keyalg", "RSA", "-keysize", "2048", "-validity", "10000"]
    command += ["-dname", "CN=A key that nobody keeps"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
