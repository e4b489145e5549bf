"""The report as people read it, on every kind of console."""

from __future__ import annotations

import io

import msgspec
import pytest
from report.golden import compare, golden_words
from report.sample_reports import hidden, lender, network_flow, picker_only, sender, whole_book_read
from rich.console import Console

from permaudit.model.flow import Address
from permaudit.model.report import Report
from permaudit.report.terminal import render, render_text
from permaudit.words.language import LANGUAGES, Language

HOSTILE = "\x1b[31mred\r\n\u202eevil\u200b[bold]markup[/bold]\U000e0041\ud800"


def written(report: Report, language: Language, encoding: str, verbosity: int = 2) -> bytes:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    render(report, golden_words(language), verbosity=verbosity, console=Console(file=stream))
    stream.flush()
    return raw.getvalue()


def with_hostile_texts() -> Report:
    report = lender()
    seen = report.observations
    read = msgspec.structs.replace(whole_book_read(), uri=f"content://{HOSTILE}")
    app = msgspec.structs.replace(seen.app, label=HOSTILE, package=HOSTILE, version_name=HOSTILE)
    return msgspec.structs.replace(report, observations=msgspec.structs.replace(seen, app=app, reads=(read,)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lender_reads_as_the_golden_file_shows(language: Language) -> None:
    compare(f"lender.{language}.txt", render_text(lender(), golden_words(language), verbosity=0))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sender_reads_as_the_golden_file_shows(language: Language) -> None:
    compare(f"sender.{language}.txt", render_text(sender(), golden_words(language), verbosity=0))


@pytest.mark.parametrize("verbosity", [1, 2])
def test_evidence_of_flows_reads_as_the_golden_file_shows(verbosity: int) -> None:
    compare(f"sender.en.v{verbosity}.txt", render_text(sender(), golden_words("en"), verbosity=verbosity))


def test_steps_of_a_flow_have_methods_first_and_offsets_when_asked_twice() -> None:
    one, two = (render_text(sender(), golden_words("en"), verbosity=verbosity) for verbosity in (1, 2))
    step = "Lcom/example/quickcash/BookReader;->readAll()Ljava/util/List;"
    move = "goes through Lorg/json/JSONObject;->put"

    assert f"        {step}: {move}\n" in one
    assert f"        base.apk, classes.dex: {step} at 0028: {move}\n" in two


@pytest.mark.parametrize("verbosity", [1, 2])
def test_evidence_and_paths_read_as_the_golden_file_shows(verbosity: int) -> None:
    compare(f"lender.en.v{verbosity}.txt", render_text(lender(), golden_words("en"), verbosity=verbosity))


def test_an_app_that_cannot_be_seen_reads_as_the_golden_file_shows() -> None:
    compare("hidden.en.txt", render_text(hidden(), golden_words("en"), verbosity=0))


def test_a_picker_reads_as_the_golden_file_shows() -> None:
    compare("picker.en.txt", render_text(picker_only(), golden_words("en"), verbosity=1))


def test_a_stream_in_a_pipe_gets_the_same_text_as_a_file() -> None:
    piped = written(lender(), "en", "utf-8", verbosity=0)

    assert piped.decode() == render_text(lender(), golden_words("en"), verbosity=0)


def test_the_width_of_a_pipe_does_not_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = written(lender(), "en", "utf-8")
    monkeypatch.setenv("COLUMNS", "40")

    assert written(lender(), "en", "utf-8") == wide


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp437", "latin-1"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_console_is_too_poor_for_a_report(language: Language, encoding: str) -> None:
    rendered = written(with_hostile_texts(), language, encoding)

    assert b"android.permission.READ_CONTACTS" in rendered


def test_a_gbk_console_shows_simplified_chinese() -> None:
    rendered = written(lender(), "zh-Hans", "gbk", verbosity=0)

    assert "它的代码会读取通讯录里所有人的姓名和电话号码。" in rendered.decode("gbk")


def test_text_from_an_app_cannot_steer_a_terminal() -> None:
    rendered = written(with_hostile_texts(), "en", "utf-8").decode()

    shown = r"\x1b[31mred\x0d\x0a\u202eevil\u200b[bold]markup[/bold]\U000e0041\ud800"
    assert rendered.splitlines()[0] == shown
    assert f"r1 Address book: content://{shown}" in rendered
    assert all(each == "\n" or each.isprintable() for each in rendered)


def test_a_label_without_end_is_cut() -> None:
    report = lender()
    app = msgspec.structs.replace(report.observations.app, label="x" * 1_000_000)
    endless = msgspec.structs.replace(report, observations=msgspec.structs.replace(report.observations, app=app))

    rendered = render_text(endless, golden_words("en"), verbosity=0)

    assert rendered.splitlines()[0] == "x" * 79 + "…"


def test_a_terminal_gets_colours_and_its_own_width() -> None:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="standard", width=60)
    render(lender(), golden_words("en"), verbosity=0, console=console)

    assert "\x1b[" in stream.getvalue()
    plain = [line for line in stream.getvalue().splitlines() if "\x1b" not in line]
    assert max(map(len, plain)) <= 60


@pytest.mark.parametrize(("count", "shown"), [(11, 11), (12, 10), (40, 10)])
def test_of_many_open_rules_the_worst_are_named_and_all_on_request(count: int, shown: int) -> None:
    report = lender()
    uncertain = [msgspec.structs.replace(report.findings[1], title=f"Open rule {n}.") for n in range(count)]
    report = msgspec.structs.replace(report, findings=(report.findings[0], *uncertain))

    brief, full = (render_text(report, golden_words("en"), verbosity=verbosity) for verbosity in (0, 1))

    assert [f"Open rule {n}." in brief for n in range(count)] == [n < shown for n in range(count)]
    assert (f"and {count - shown} others; -v lists them." in brief) == (shown < count)
    assert all(f"Open rule {n}." in full for n in range(count))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_made_by_the_app_cannot_steer_a_terminal(language: Language) -> None:
    report = sender()
    address = Address(f"http://{HOSTILE}/", HOSTILE, cleartext=True)
    flow = msgspec.structs.replace(network_flow(), addresses=(address,))
    observations = msgspec.structs.replace(report.observations, flows=(flow,))

    rendered = written(msgspec.structs.replace(report, observations=observations), language, "utf-8").decode()

    assert r"\x1b[31mred\x0d\x0a\u202eevil\u200b[bold]markup[/bold]\U000e0041\ud800" in rendered
    assert all(each == "\n" or each.isprintable() for each in rendered)


def test_nobody_reads_that_nothing_was_sent() -> None:
    rendered = " ".join(render_text(lender(), golden_words("en"), verbosity=2).split())

    assert "not sent" not in rendered
    assert "That is no proof that it stays on the phone." in rendered
