"""Big numbers, compression, callers and joined letters; the answers are those of a real virtual machine."""

from __future__ import annotations

import zlib

import pytest
from evidence.evaluation.running import STRING, App, give, helper, plain, taken
from support.dexfile import Class
from support.gzipped import gzipped

from permaudit.evidence.evaluation.library.calls import byte_array
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError
from permaudit.model.place import Method

BIG = "Ljava/math/BigInteger;"
OTHER = "Lx/Any;"


def asked(owner: str, name: str, descriptor: str, *arguments: Operand) -> Operand:
    app = App(Class(OTHER))
    return app.library.call(app.machine(), Method(owner, name, descriptor), list(arguments))


def big(descriptor: str, *arguments: Operand) -> Instance:
    made = Instance(BIG)
    asked(BIG, "<init>", descriptor, made, *arguments)
    return made


@pytest.mark.parametrize(
    ("digits", "radix", "octets"),
    [("-129", 10, [-1, 127]), ("128", 10, [0, -128]), ("-zz", 36, [-6, -15]), ("0", 10, [0])],
)
def test_a_big_number_is_bytes(digits: str, radix: int, octets: list[int]) -> None:
    number = big(f"({STRING}I)V", digits, radix)

    assert plain(asked(BIG, "toByteArray", "()[B", number)) == octets


def test_bytes_are_a_big_number() -> None:
    octets = byte_array(b"\xff\x00\x05")

    assert asked(BIG, "toString", f"(){STRING}", big("([B)V", octets)) == "-65531"
    assert asked(BIG, "toString", f"(I){STRING}", big("(I[B)V", 1, octets), 36) == "9y6th"


def test_a_big_number_is_cut_to_fit_a_small_one() -> None:
    assert asked(BIG, "intValue", "()I", big(f"({STRING})V", "4294967297")) == 1
    assert asked(BIG, "longValue", "()J", big(f"({STRING})V", "-9223372036854775809")) == 9223372036854775807


def test_big_numbers_are_reckoned_with() -> None:
    number, key = big(f"({STRING})V", "-255"), big(f"({STRING})V", "77")
    turned = asked(BIG, "xor", f"({BIG}){BIG}", number, key)
    shifted = asked(BIG, "shiftRight", f"(I){BIG}", number, 3)

    assert asked(BIG, "toString", f"(){STRING}", turned) == "-180"
    assert asked(BIG, "toString", f"(){STRING}", shifted) == "-32"


@pytest.mark.parametrize("digits", ["", "-", "1_0", " 1", "+1", "9" * 9000, "\u0663"])
def test_what_is_no_number_or_too_long_a_one_is_not_decided(digits: str) -> None:
    with pytest.raises(UndecidedError):
        big(f"({STRING})V", digits)


def test_numbers_are_written_in_a_radix() -> None:
    assert asked("Ljava/lang/Long;", "toString", f"(JI){STRING}", 22083985, 36) == "d5c41"
    assert asked("Ljava/lang/Integer;", "toString", f"(II){STRING}", -255, 16) == "-ff"


def read_through(kind: str, packed: bytes) -> Operand:
    source, stream = Instance("Ljava/io/ByteArrayInputStream;"), Instance(kind)
    asked(source.class_name, "<init>", "([B)V", source, byte_array(packed))
    asked(kind, "<init>", "(Ljava/io/InputStream;)V", stream, source)
    return asked("Ljava/io/InputStream;", "readAllBytes", "()[B", stream)


@pytest.mark.parametrize(
    ("kind", "packed"), [("GZIPInputStream", gzipped(b"data1")), ("InflaterInputStream", zlib.compress(b"data1"))]
)
def test_a_stream_is_inflated(kind: str, packed: bytes) -> None:
    assert read_through(f"Ljava/util/zip/{kind};", packed) is not UNSEEN
    assert plain(read_through(f"Ljava/util/zip/{kind};", packed)) == list(b"data1")


@pytest.mark.parametrize("packed", [b"", b"no stream", gzipped(b"data1")[:-9], gzipped(bytes(200_000))])
def test_a_stream_that_is_damaged_or_too_long_is_not_decided(packed: bytes) -> None:
    with pytest.raises(UndecidedError):
        read_through("Ljava/util/zip/GZIPInputStream;", packed)


def test_an_inflater_gives_what_it_is_given_piece_by_piece() -> None:
    inflater, piece = Instance("Ljava/util/zip/Inflater;"), Array("B", [0] * 3)
    asked(inflater.class_name, "<init>", "()V", inflater)
    asked(inflater.class_name, "setInput", "([B)V", inflater, byte_array(zlib.compress(b"data1")))

    counts = [asked(inflater.class_name, "inflate", "([B)I", inflater, piece) for _ in range(3)]

    assert counts == [3, 2, 0]
    assert plain(piece) == list(b"a1t")
    assert asked(inflater.class_name, "finished", "()Z", inflater) == 1


EXCEPTION, ELEMENT = "Ljava/lang/Exception;", "Ljava/lang/StackTraceElement;"
WHO_ASKS = helper(
    "who",
    f"""
        new-instance v0, {EXCEPTION}
        invoke-direct {{v0}}, {EXCEPTION}-><init>()V
        invoke-virtual {{v0}}, {EXCEPTION}->getStackTrace()[{ELEMENT}
        move-result-object v0
        const/4 v1, 1
        aget-object v0, v0, v1
        invoke-virtual {{v0}}, {ELEMENT}->getMethodName(){STRING}
        move-result-object v0
        invoke-virtual {{p0}}, {STRING}->toCharArray()[C
        invoke-virtual {{p0, v0}}, {STRING}->concat({STRING}){STRING}
        move-result-object v0
        return-object v0
    """,
)


def test_a_helper_sees_who_asks_it() -> None:
    asking = f"""
        const-string v1, "I am "
        invoke-static {{v1}}, Lx/H;->who({STRING}){STRING}
        move-result-object v1
        {give("v1")}
    """

    assert taken(asking, WHO_ASKS) == ["I am onCreate"]


def test_who_asked_the_first_of_them_is_not_known() -> None:
    with pytest.raises(UndecidedError):
        App(WHO_ASKS).run("Lx/H;", "who", "I am ")
