"""Path patterns: a star stands for any letters of the whole path, and nothing else is special."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from permaudit.catalog.paths import PathPatterns


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("lib/*/libapp.so", "lib/arm64-v8a/libapp.so"),
        ("assets/*.dex", "assets/deep/down/code.dex"),
        ("assets/*.dex", "assets/.dex"),
        ("*/libjiagu*.so", "assets/libjiagu_x86.so"),
        ("*/libjiagu*.so", "lib/x86/libjiagu.so"),
        ("*ijiami.dat", "ijiami.dat"),
        ("assets/apps/*/www/app-service.js", "assets/apps/__UNI__1/www/app-service.js"),
        ("assets/LIAPPEgg*", "assets/LIAPPEgg.dex"),
        ("a[b].so", "a[b].so"),
    ],
)
def test_a_path_that_fits_is_found(pattern: str, path: str) -> None:
    assert PathPatterns([pattern]).find(["other", path]) == {pattern: path}


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("lib/*/libapp.so", "lib/libapp.so"),
        ("lib/*/libapp.so", "x/lib/arm/libapp.so"),
        ("lib/*/libapp.so", "lib/arm/libapp.so.bak"),
        ("lib/*/libapp.so", "lib/arm/LibApp.so"),
        ("assets/*.dex", "assets/dex"),
        ("assets/*.dex", "res/a.dex"),
        ("*/libjiagu*.so", "libjiagu.so"),
        ("ab*ba.so", "aba.so"),
        ("a*ba*ba", "aba"),
        ("a.so", "axso"),
    ],
)
def test_a_path_that_does_not_fit_is_not(pattern: str, path: str) -> None:
    assert PathPatterns([pattern]).find([path]) == {}


def test_the_first_path_that_fits_counts_for_each_pattern() -> None:
    found = PathPatterns(["*/b.so", "*/*.so"]).find(["x/a.so", "y/b.so", "z/b.so"])

    assert found == {"*/*.so": "x/a.so", "*/b.so": "y/b.so"}
    assert list(found) == ["*/*.so", "*/b.so"]


@given(st.text("ab/.*", min_size=1, max_size=8), st.lists(st.text("ab/.", max_size=8), max_size=4))
def test_all_patterns_mean_what_the_same_regular_expression_means(pattern: str, paths: list[str]) -> None:
    expression = re.compile(".*".join(map(re.escape, pattern.split("*"))), re.DOTALL)

    found = PathPatterns([pattern]).find(paths)

    assert list(found.values()) == [path for path in paths if expression.fullmatch(path)][:1]


def test_a_name_made_to_keep_the_search_busy_is_looked_at_once_a_pattern() -> None:
    path = "assets/" + "libjiagu" * 8_000 + ".so"

    assert PathPatterns(["*/libjiagu*libjiagu*libjiagu*x.so"]).find([path] * 50) == {}
