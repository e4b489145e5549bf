"""A library is there if the package defines classes of it that are not the app's own."""

from typing import Literal

from facts.catalogs import make_catalog
from facts.defined import defining

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.libraries import Library
from permaudit.facts.definitions import DefinedClasses
from permaudit.facts.libraries import find_libraries
from permaudit.model.package_facts import LibrarySeen


def library(
    prefix: str, name: str, kind: Literal["tools", "push", "scoring"] = "tools", *, reads_people: bool = False
) -> Library:
    return Library(prefix, name, kind, "known", "where it was seen", reads_people)


def seen(defined: DefinedClasses, *libraries: Library, package: str = "com.loan") -> list[tuple[str, str | None]]:
    return [(each.name, each.prefix) for each in find_libraries(defined, package, make_catalog(libraries=libraries))]


def test_a_library_is_known_by_one_class_below_its_prefix() -> None:
    defined = defining("com.loan.Main", "okio.Buffer", "okiox.Other")

    assert seen(defined, library("Lokio/", "Okio"), library("Lokhttp3/", "OkHttp")) == [("Okio", "Lokio/")]


def test_a_class_of_the_same_beginning_in_another_package_is_not_the_library() -> None:
    assert seen(defining("okiox.Other"), library("Lokio/", "Okio")) == []


def test_libraries_come_in_the_order_of_the_catalogue_whatever_dex_file_they_are_in() -> None:
    defined = defining(("z.lib.A",), ("a.lib.A",))

    assert seen(defined, library("Lz/lib/", "Z"), library("La/lib/", "A")) == [("Z", "Lz/lib/"), ("A", "La/lib/")]


def test_prefixes_of_one_name_and_kind_are_one_library_with_the_first_prefix() -> None:
    catalog = make_catalog(
        libraries=[
            library("La/core/", "A", "scoring"),
            library("La/data/", "A", "scoring", reads_people=True),
            library("La/push/", "A", "push"),
        ]
    )

    found = find_libraries(defining("a.core.X", "a.data.X", "a.push.X"), "com.loan", catalog)

    assert found == (
        LibrarySeen("A", "scoring", "La/core/", reads_people=True),
        LibrarySeen("A", "push", "La/push/"),
    )


def test_code_below_the_apps_own_package_is_the_apps() -> None:
    defined = defining("com.vendor.loan.Main", "com.vendor.loan.sdk.A")

    assert seen(defined, library("Lcom/vendor/loan/sdk/", "Sdk"), package="com.vendor.loan") == []
    assert seen(defined, library("Lcom/vendor/loan/", "Loan"), package="com.vendor.loan") == []


def test_an_app_whose_package_lies_below_a_library_does_not_count_as_that_library() -> None:
    maker = library("Lcom/vendor/", "Vendor SDK")

    assert seen(defining("com.vendor.loan.Main"), maker, package="com.vendor.loan") == []
    assert seen(defining("com.vendor.loan.Main", "com.vendor.zip.A"), maker, package="com.vendor.loan") == [
        ("Vendor SDK", "Lcom/vendor/")
    ]


def test_a_class_belongs_to_the_library_with_the_longest_prefix() -> None:
    whole, inner = library("Lcom/vendor/", "Vendor"), library("Lcom/vendor/push/", "Vendor Push", "push")

    assert seen(defining("com.vendor.push.A"), whole, inner) == [("Vendor Push", "Lcom/vendor/push/")]
    assert seen(defining("com.vendor.push.A", "com.vendor.zip.B"), whole, inner) == [
        ("Vendor", "Lcom/vendor/"),
        ("Vendor Push", "Lcom/vendor/push/"),
    ]


def test_descriptors_that_are_no_text_do_no_harm() -> None:
    defined = DefinedClasses([[b"Lokio/\xff\xfe;"]], lambda _: None)  # type: ignore[arg-type, return-value]

    assert seen(defined, library("Lokio/", "Okio")) == [("Okio", "Lokio/")]


def test_an_app_without_code_has_no_libraries() -> None:
    catalog: Catalog = make_catalog(libraries=[library("Lokio/", "Okio")])

    assert find_libraries(defining(), "com.loan", catalog) == ()
