"""Resource ids of the framework's XML attributes (AOSP `core/res/res/values/public.xml`): they never change."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """An attribute of the `android:` namespace."""

    resource_id: int
    name: str


LABEL = Name(0x01010001, "label")
NAME = Name(0x01010003, "name")
PERMISSION = Name(0x01010006, "permission")
PROTECTION_LEVEL = Name(0x01010009, "protectionLevel")
PERMISSION_GROUP = Name(0x0101000A, "permissionGroup")
SHARED_USER_ID = Name(0x0101000B, "sharedUserId")
ENABLED = Name(0x0101000E, "enabled")
DEBUGGABLE = Name(0x0101000F, "debuggable")
EXPORTED = Name(0x01010010, "exported")
PROCESS = Name(0x01010011, "process")
AUTHORITIES = Name(0x01010018, "authorities")
VALUE = Name(0x01010024, "value")
RESOURCE = Name(0x01010025, "resource")
MIME_TYPE = Name(0x01010026, "mimeType")
SCHEME = Name(0x01010027, "scheme")
TARGET_ACTIVITY = Name(0x01010202, "targetActivity")
MIN_SDK_VERSION = Name(0x0101020C, "minSdkVersion")
VERSION_CODE = Name(0x0101021B, "versionCode")
VERSION_NAME = Name(0x0101021C, "versionName")
ON_CLICK = Name(0x0101026F, "onClick")
TARGET_SDK_VERSION = Name(0x01010270, "targetSdkVersion")
MAX_SDK_VERSION = Name(0x01010271, "maxSdkVersion")
TEST_ONLY = Name(0x01010272, "testOnly")
BACKUP_AGENT = Name(0x0101027F, "backupAgent")
ALLOW_BACKUP = Name(0x01010280, "allowBackup")
FRAGMENT = Name(0x010102E3, "fragment")
USES_CLEARTEXT_TRAFFIC = Name(0x010104EC, "usesCleartextTraffic")
NETWORK_SECURITY_CONFIG = Name(0x01010527, "networkSecurityConfig")
VERSION_CODE_MAJOR = Name(0x01010576, "versionCodeMajor")
APP_COMPONENT_FACTORY = Name(0x0101057A, "appComponentFactory")
IS_SPLIT_REQUIRED = Name(0x01010591, "isSplitRequired")
REQUIRED_SPLIT_TYPES = Name(0x0101064E, "requiredSplitTypes")
