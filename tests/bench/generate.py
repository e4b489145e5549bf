"""Generates an app of any size in the shape obfuscators leave behind.

    python tests/bench/generate.py --methods 300000 --dex-mb 50 -o /some/dir/app.apk [--seed 1]

Same arguments, same bytes. The same code reads contacts whatever the size: eight reads behind chains of five classes
spread over the DEX files, and forty queries of other providers through the same helper. The first class of each chain
is also called from anywhere in the app, and the activity calls into the mass of short-named methods.
"""

import argparse
import random
import sys
from base64 import b85encode
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.contact_code import QUERY_HELPER, Chain, build_bench_manifest, build_chain, build_components
from bench.obfuscated import Filler, Index, hub_interfaces, plan_dex
from support.apkfile import build_apk
from support.dexfile import Class, Damage, assemble
from support.references import parse_method

_READS, _DECOYS = 8, 40
_MASS_ENTRIES = 50
_DEX_MEGABYTES = 2.5
_MEGABYTE = 1_000_000
_STRING_ID_BYTES = 4


def generate_app(methods: int, dex_bytes: int, seed: int) -> tuple[list[bytes], int]:
    """The DEX files of the app, and how many instructions its planned methods have."""
    rng = random.Random(f"permaudit bench {seed}")  # noqa: S311 (no secret is made here)
    dex_count = max(1, round(dex_bytes / _MEGABYTE / _DEX_MEGABYTES))
    everywhere = Index()
    files, first_number, known = [], 0, list[str]()
    for number in range(dex_count):
        plans = plan_dex(rng, first_number, methods * (number + 1) // dex_count - methods * number // dex_count, known)
        first_number += len(plans)
        known = [plan.name for plan in plans if plan.role == "plain"][:400]
        for plan in plans:
            everywhere.add(plan)
        files.append(plans)
    chains = [build_chain(number, contacts=number < _READS) for number in range(_READS + _DECOYS)]
    mass = rng.sample(everywhere.methods["static", "V"], min(_MASS_ENTRIES, len(everywhere.methods["static", "V"])))
    components = build_components(chains, [f"{method.owner}->{method.name}()V" for method in mass])
    starts = [parse_method(chain.start) for chain in chains]
    everywhere.methods["static", "VL"] += starts
    filler = Filler(rng, everywhere, [_random_text(rng, 4, 40) for _ in range(4000)])
    extra = _spread(chains, dex_count)
    extra[0] += [*hub_interfaces(), *components]
    out: list[bytes] = []
    for number, plans in enumerate(files):
        classes = [*filler.fill(plans), *extra[number]]
        share = (dex_bytes - sum(map(len, out))) // (dex_count - number)
        out.append(_assemble_to_size(rng, classes, share))
    return out, filler.instructions


def _spread(chains: list[Chain], dex_count: int) -> list[list[Class]]:
    spread: list[list[Class]] = [[] for _ in range(dex_count)]
    spread[-1].append(QUERY_HELPER)
    for position, item in enumerate(entry for chain in chains for entry in chain.classes):
        spread[position * 7 % dex_count].append(item)
    return spread


def _assemble_to_size(rng: random.Random, classes: list[Class], size: int) -> bytes:
    """Assemble, and when the file is short of `size` again with strings nobody refers to, as metadata leaves them."""
    content = assemble(classes)
    if len(content) >= size:
        return content
    return assemble(classes, damage=Damage(extra_strings=tuple(_filler_strings(rng, size - len(content)))))


def _filler_strings(rng: random.Random, size: int) -> Iterator[str]:
    while size > 0:
        text = _random_text(rng, 40, 200)
        size -= _STRING_ID_BYTES + (1 if len(text) < 128 else 2) + len(text) + 1
        yield text


def _random_text(rng: random.Random, shortest: int, longest: int) -> str:
    return b85encode(rng.randbytes(rng.randint(shortest, longest) * 4 // 5)).decode()


def write_app(target: Path, methods: int, dex_bytes: int, seed: int) -> tuple[int, int, int]:
    """Write the APK; the number of DEX files, their bytes, and the instructions."""
    dex, instructions = generate_app(methods, dex_bytes, seed)
    target.parent.mkdir(parents=True, exist_ok=True)
    build_apk(target, dex=dex, manifest=build_bench_manifest())
    return len(dex), sum(map(len, dex)), instructions


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--methods", type=int, default=300_000)
    parser.add_argument("--dex-mb", type=float, default=50.0, help="total size of the DEX files, in 10^6 bytes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    files, size, instructions = write_app(
        arguments.output, arguments.methods, int(arguments.dex_mb * _MEGABYTE), arguments.seed
    )
    sys.stdout.write(f"{arguments.output}: {files} DEX files, {size / _MEGABYTE:.1f} MB, {instructions} instructions\n")


if __name__ == "__main__":
    main()
