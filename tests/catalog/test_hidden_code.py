"""What counts as a mention follows from the surfaces, and the forms of dense files are told by their first bytes."""

import pytest

from permaudit.catalog.hidden_code import DenseFormat, HiddenCodeCatalog, NativeText, native_mentions
from permaudit.catalog.load import load_catalog
from permaudit.catalog.surfaces import Surface
from permaudit.documents import rules_directory

CATALOG = load_catalog(rules_directory() / "catalog")


def test_a_surface_is_mentioned_by_its_uri_and_by_the_classes_that_hold_it() -> None:
    file = HiddenCodeCatalog(("sms",), (), (NativeText("a text of ours", "test"),), (), (), (), (), ())
    surfaces = [Surface("sms", None, ("sms",)), Surface("calendar", None, ("cal",))]
    fields = {
        "Landroid/provider/Telephony$Sms;->CONTENT_URI:Landroid/net/Uri;": "content://sms",
        "Landroid/provider/Cal;->URI:Landroid/net/Uri;": "content://cal/x",
    }

    assert native_mentions(file, surfaces, fields) == (
        "a text of ours",
        "android.provider.Telephony$Sms",
        "android/provider/Telephony$Sms",
        "content://sms",
    )


@pytest.mark.parametrize(
    "text",
    [
        "content://com.android.contacts",
        "content://contacts",
        "content://icc",
        "content://com.android.simphonebook",
        "content://call_log",
        "content://sms",
        "android/provider/ContactsContract",
        "android.provider.CallLog",
    ],
)
def test_the_shipped_catalogue_names_people(text: str) -> None:
    assert text in CATALOG.native_mentions


@pytest.mark.parametrize(
    "text", ["android.permission.READ_CONTACTS", "content://com.android.calendar", "content://media"]
)
def test_the_shipped_catalogue_leaves_out_what_ordinary_libraries_name(text: str) -> None:
    assert text not in CATALOG.native_mentions


def test_a_form_is_told_where_its_bytes_stand() -> None:
    video = DenseFormat("MP4", "66747970", 4)

    assert video.fits(b"\0\0\0\x18ftypmp42")
    assert not video.fits(b"ftypmp42\0\0\0\0")
    assert not video.fits(b"\0")


def test_no_form_of_file_stands_twice() -> None:
    forms = [(each.hex, each.at) for each in CATALOG.hidden_code.dense_formats]

    assert len(forms) == len(set(forms))
