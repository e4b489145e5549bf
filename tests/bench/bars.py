"""The bars every change has to hold, and the tables that show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from bench.processes import Measurement

MEGABYTE = 1_000_000
LARGE_APP_BYTES = 50 * MEGABYTE
_FIXED_MEMORY_BYTES = 130 * MEGABYTE
_GROWTH_TOLERANCE = 1.5


@dataclass(frozen=True, slots=True)
class Summary:
    """The median of several runs of one subject, or the first failure."""

    seconds: float
    memory_bytes: float
    runs: int
    failure: str | None
    outputs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bar:
    """One limit: what was measured, the limit and the aim, all in `unit`; None where it could not be measured."""

    name: str
    measured: float | None
    limit: float
    aim: float | None
    unit: str
    note: str = ""

    @property
    def state(self) -> str:
        """In words, for the table."""
        if self.measured is None:
            return self.note or "not measured"
        if self.measured > self.limit:
            return "**missed**"
        return "met" if self.aim is None or self.measured > self.aim else "met, aim reached"


def summarise(runs: Sequence[Measurement]) -> Summary:
    """The median of the runs that worked; a failure when any did not."""
    failure = next((run.failure for run in runs if run.failure), None)
    return Summary(
        median(run.seconds for run in runs),
        median(run.memory_bytes for run in runs),
        len(runs),
        failure,
        frozenset(run.output for run in runs),
    )


def judge_app(dex_bytes: int, results: Mapping[str, Summary]) -> list[Bar]:
    """The bars of one app, from the summaries by subject."""
    audit = results["permaudit check"]
    worked = audit.failure is None
    seconds = audit.seconds if worked else None
    memory = audit.memory_bytes if worked else None
    imports, inflate = results["library imports"].seconds, results["inflate DEX"].seconds
    bars = _judge_against_androguard(dex_bytes, results)
    for factor, label in ((10, "with flows"), (6, "without flows")):
        limit = 2 * imports + factor * inflate
        bars.append(Bar(f"time ≤ 2 x imports + {factor} x inflate ({label})", seconds, limit, limit / 2, "s"))
    room = (_FIXED_MEMORY_BYTES + 5 * dex_bytes) / MEGABYTE
    memory_mb = None if memory is None else memory / MEGABYTE
    bars.append(Bar("memory ≤ 130 MB + 5 bytes a DEX byte", memory_mb, room, room / 2, "MB"))
    different = len(audit.outputs) if worked and audit.runs > 1 else None
    note = "one run only" if worked else ""
    bars.append(Bar("same input, same bytes out", different, 1, None, "outputs", note))
    return bars if worked else [replace(bar, note="permaudit check failed") for bar in bars]


def _judge_against_androguard(dex_bytes: int, results: Mapping[str, Summary]) -> list[Bar]:
    audit, oracle = results["permaudit check"], results.get("AnalyzeAPK")
    time_share: float | None = None
    memory_share: float | None = None
    note = ""
    if oracle is None or oracle.failure:
        note = "AnalyzeAPK not run" if oracle is None else f"AnalyzeAPK: {oracle.failure}"
    elif audit.failure is None:
        time_share = 100 * audit.seconds / oracle.seconds
        memory_share = 100 * audit.memory_bytes / oracle.memory_bytes
    scope = "" if dex_bytes >= LARGE_APP_BYTES else " (the bar is for 50 MB of DEX or more)"
    return [
        Bar(f"time ≤ 3 % of AnalyzeAPK{scope}", time_share, 3, 1, "%", note),
        Bar(f"memory ≤ 10 % of AnalyzeAPK{scope}", memory_share, 10, 4, "%", note),
    ]


def judge_help(audit: Summary, click: Summary) -> Bar:
    """`--help` against a bare Python that imports click."""
    ratio = None if audit.failure or click.failure else audit.seconds / click.seconds
    return Bar("`permaudit --help` < 2 x Python with click", ratio, 2, None, "x", audit.failure or "")


def judge_rules(load: Summary, imports: Summary, language: str) -> Bar:
    """Rules, catalogue, clauses and one language against the bare import of the libraries."""
    ratio = None if load.failure or imports.failure else load.seconds / imports.seconds
    return Bar(f"rules and words ({language}) < 1/3 of the imports", ratio, 1 / 3, None, "x", load.failure or "")


def judge_growth(points: Sequence[tuple[int, Summary]], each: str = "MB", grown: str = "doubling") -> list[Bar]:
    """Linear means: a further megabyte of DEX costs no more in the last doubling than in the first, within reason.

    `each` and `grown` say what else the sizes count, and by how much they grow.
    """
    if any(summary.failure for _, summary in points):
        return [Bar("growth", None, _GROWTH_TOLERANCE, None, "x", "permaudit check failed")]
    bars = []
    for name, values in (
        ("time", [summary.seconds for _, summary in points]),
        ("memory", [summary.memory_bytes for _, summary in points]),
    ):
        costs = [
            (values[place + 1] - values[place]) / (points[place + 1][0] - points[place][0])
            for place in range(len(points) - 1)
        ]
        ratio = costs[-1] / costs[0] if costs[0] > 0 else None
        note = "too small to tell" if ratio is None else ""
        bars.append(
            Bar(
                f"growth of {name}: last {grown} a {each} / first {grown} a {each}",
                ratio,
                _GROWTH_TOLERANCE,
                None,
                "x",
                note,
            )
        )
    return bars


def show_bars(bars: Iterable[Bar]) -> str:
    """A Markdown table."""
    head = ("bar", "measured", "limit", "aim", "")
    return show_table([head, *(_show_bar(bar) for bar in bars)])


def _show_bar(bar: Bar) -> tuple[str, ...]:
    return (
        bar.name,
        "-" if bar.measured is None else f"{bar.measured:.2f} {bar.unit}",
        f"{bar.limit:.2f} {bar.unit}",
        "-" if bar.aim is None else f"{bar.aim:.2f} {bar.unit}",
        bar.state,
    )


def show_summaries(results: Mapping[str, Summary], baseline: str) -> str:
    """A Markdown table of times and memory, each also as a multiple of the baseline's."""
    base = results[baseline]
    rows: list[tuple[str, ...]] = [("subject", "time", "memory", f"time / {baseline}", f"memory / {baseline}", "runs")]
    for name, summary in results.items():
        if summary.failure:
            rows.append((name, f"failed: {summary.failure}", "-", "-", "-", str(summary.runs)))
            continue
        ratios = (summary.seconds / base.seconds, summary.memory_bytes / base.memory_bytes)
        shown = ("-", "-") if base.failure else tuple(f"{ratio:.3g}" for ratio in ratios)
        time_text, memory_text = f"{summary.seconds:.3f} s", f"{summary.memory_bytes / MEGABYTE:.0f} MB"
        rows.append((name, time_text, memory_text, *shown, str(summary.runs)))
    return show_table(rows)


def show_table(rows: Sequence[Sequence[str]]) -> str:
    """Markdown with padded columns; the first row is the head."""
    clean = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in clean) for column in range(len(clean[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in clean
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines) + "\n"
