"""Apps that load code, in Dalvik assembly, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterable

from evidence.app import MAIN, audit, main, text
from support.dexfile import Class, Method

from permaudit.model.limitation import Limitation

DEX_LOADER = "Ldalvik/system/DexClassLoader;"
TAKES = "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/ClassLoader;)V"
LOAD = f"""
    const/4 v6, 0
    new-instance v7, {DEX_LOADER}
    invoke-direct {{v7, v1, v6, v6, v6}}, {DEX_LOADER}-><init>{TAKES}
"""
"""Make a class loader for the file whose path is in v1."""

LOAD_NATIVE = "invoke-static {v1}, Ljava/lang/System;->load(Ljava/lang/String;)V"
FILE = "Ljava/io/File;"
PATH_OF = f"invoke-virtual {{v2}}, {FILE}->getAbsolutePath()Ljava/lang/String;\nmove-result-object v1"
"""Put the path of the file in v2 into v1."""

FILES_DIR = f"invoke-virtual {{p0}}, {MAIN}->getFilesDir(){FILE}\nmove-result-object v3"
ON_CARD = f"invoke-static {{}}, Landroid/os/Environment;->getExternalStorageDirectory(){FILE}\nmove-result-object v3"
OWN_INFO = f"""
    invoke-virtual {{p0}}, {MAIN}->getApplicationInfo()Landroid/content/pm/ApplicationInfo;
    move-result-object v3
"""
INFO = "Landroid/content/pm/ApplicationInfo;"
OTHER_INFO = f"""
    const/4 v3, 0
    invoke-virtual {{v3, v3, v3}}, Landroid/content/pm/PackageManager;->getApplicationInfo(Ljava/lang/String;I){INFO}
    move-result-object v3
"""
GMS_MARK = "Lcom/google/android/gms/dynamite/DynamiteModule$DynamiteLoaderClassLoader;"


def in_folder(name: str, folder: str = FILES_DIR) -> str:
    """Put a file of a folder into v2, as `new File(getFilesDir(), name)`."""
    return f"""
        {folder}
        {text(name, "v4")}
        new-instance v2, {FILE}
        invoke-direct {{v2, v3, v4}}, {FILE}-><init>({FILE}Ljava/lang/String;)V
    """


def field_of(info: str, name: str) -> str:
    """Put a field of an ApplicationInfo into v1."""
    return f"{info}\niget-object v1, v3, Landroid/content/pm/ApplicationInfo;->{name}:Ljava/lang/String;"


def loading(
    *bodies: str, methods: Iterable[Method] = (), classes: Iterable[Class] = (), files: Iterable[str] = ()
) -> list[Limitation]:
    evidence = audit(main("\n".join(bodies), *methods), *classes, files=files)
    return [each for each in evidence.limitations if each.kind == "dynamic-code"]


def told(limitation: Limitation) -> tuple[str, dict[str, str | int]]:
    arguments = dict(limitation.detail.arguments)
    return limitation.detail.id, {name: arguments[name] for name in arguments if name not in ("api", "method")}


def the_one(found: list[Limitation]) -> tuple[str, dict[str, str | int], bool]:
    (limitation,) = found
    return *told(limitation), limitation.material
