"""What is written into a stream goes where the stream leads, through all that are made around it."""

from __future__ import annotations

import pytest
from evidence.app import method, static_method, text
from evidence.flows.ways import READ, STRING, call, flows_of, lines, make, static_call, the_flow, virtual_call
from support.dexfile import Class, Field

OUT, CONNECTION = "Ljava/io/OutputStream;", "Ljava/net/URLConnection;"
OPEN = lines("const/4 v8, 0", virtual_call("v8", f"{CONNECTION}->getOutputStream(){OUT}", "v9"))
TO_BYTES = virtual_call("v7", f"{STRING}->getBytes()[B", "v10")
WRITE = f"{OUT}->write([B)V"
GZIP, ZIP, CIPHER, BUFFERED = (
    "Ljava/util/zip/GZIPOutputStream;",
    "Ljava/util/zip/ZipOutputStream;",
    "Ljavax/crypto/CipherOutputStream;",
    "Ljava/io/BufferedOutputStream;",
)
WRITER, OUT_WRITER, PRINT = "Ljava/io/Writer;", "Ljava/io/OutputStreamWriter;", "Ljava/io/PrintWriter;"


def test_what_is_written_to_a_connection_is_sent() -> None:
    flow = the_flow(lines(READ, OPEN, TO_BYTES, virtual_call("v9, v10", WRITE)))

    assert (flow.sink, flow.fields, flow.transforms, flow.leaves_phone) == ("network", ("name",), (), True)
    assert flow.api == f"{WRITE}"


def test_what_is_written_to_no_connection_is_not() -> None:
    memory = make("v9", "Ljava/io/ByteArrayOutputStream;")

    assert flows_of(lines(READ, OPEN, memory, TO_BYTES, virtual_call("v9, v10", WRITE))) == []


def test_what_is_asked_of_a_connection_before_is_not_sent() -> None:
    assert flows_of(lines(READ, OPEN, TO_BYTES)) == []


@pytest.mark.parametrize(
    ("streams", "transforms"),
    [
        ([BUFFERED], ()),
        ([GZIP], ("gzip",)),
        ([BUFFERED, GZIP], ("gzip",)),
        ([GZIP, BUFFERED], ("gzip",)),
        ([ZIP], ("zip",)),
        ([CIPHER], ("encrypted",)),
    ],
)
def test_a_stream_around_it_hands_on_what_it_makes_of_it(streams: list[str], transforms: tuple[str, ...]) -> None:
    wrapped = lines(*(lines("move-object v11, v9", make("v9", each, "v11", f"({OUT})V")) for each in streams))

    flow = the_flow(lines(READ, OPEN, wrapped, TO_BYTES, virtual_call("v9, v10", WRITE)))

    assert (flow.sink, flow.transforms) == ("network", transforms)


def test_a_writer_around_a_stream_around_a_stream_hands_on() -> None:
    streams = lines(
        make("v10", GZIP, "v9", f"({OUT})V"),
        make("v11", OUT_WRITER, "v10", f"({OUT})V"),
        make("v8", PRINT, "v11", f"({WRITER})V"),
    )

    flow = the_flow(lines(READ, OPEN, streams, virtual_call("v8, v7", f"{PRINT}->println({STRING})V")))

    assert (flow.sink, flow.transforms) == ("network", ("gzip",))


def test_a_stream_around_another_one_leads_there() -> None:
    streams = lines(
        make("v10", "Ljava/io/ByteArrayOutputStream;"),
        make("v11", PRINT, "v10", f"({OUT})V"),
    )

    assert flows_of(lines(READ, OPEN, streams, virtual_call("v11, v7", f"{PRINT}->println({STRING})V"))) == []


def test_what_was_gathered_in_memory_and_then_written_out_is_sent() -> None:
    memory = "Ljava/io/ByteArrayOutputStream;"
    gathered = lines(
        make("v11", memory), TO_BYTES, virtual_call("v11, v10", f"{memory}->write([B)V"),
        virtual_call("v11, v9", f"{memory}->writeTo({OUT})V"),
    )  # fmt: skip

    assert the_flow(lines(READ, OPEN, gathered)).sink == "network"


def test_a_stream_that_a_helper_gives_is_written_into_all_the_same() -> None:
    opened = static_method("open", OPEN, f"(){OUT}", end="return-object v9")
    body = lines(READ, static_call("", f"Lx/Net;->open(){OUT}", "v9"), TO_BYTES, virtual_call("v9, v10", WRITE))

    assert the_flow(body, Class("Lx/Net;", [opened])).sink == "network"


def test_a_stream_that_a_helper_is_given_is_written_into_all_the_same() -> None:
    write = static_method(
        "write",
        lines(virtual_call("p1", f"{STRING}->getBytes()[B", "v1"), virtual_call("p0, v1", WRITE)),
        f"({OUT}{STRING})V",
    )
    body = lines(READ, OPEN, static_call("v9, v7", f"Lx/Net;->write({OUT}{STRING})V"))

    assert the_flow(body, Class("Lx/Net;", [write])).sink == "network"


def test_a_stream_in_a_field_is_written_into_all_the_same() -> None:
    field = "Lx/Main;->out:Ljava/io/OutputStream;"
    write = method("onPause", lines(READ, f"iget-object v9, p0, {field}", TO_BYTES, virtual_call("v9, v10", WRITE)))

    flow = the_flow(lines(OPEN, f"iput-object v9, p0, {field}"), methods=[write], fields=[Field("out", OUT)])

    assert flow.sink == "network"


def test_a_serializer_that_was_told_a_stream_writes_into_it() -> None:
    xml = "Lorg/xmlpull/v1/XmlSerializer;"
    body = lines(
        static_call("", f"Landroid/util/Xml;->newSerializer(){xml}", "v11"),
        text("UTF-8", "v8"),
        OPEN.replace("v8", "v10"),
        call("interface", "v11, v9, v8", f"{xml}->setOutput({OUT}{STRING})V"),
        call("interface", "v11, v7", f"{xml}->text({STRING}){xml}"),
    )

    flow = the_flow(lines(READ, body))

    assert (flow.sink, flow.transforms) == ("network", ("xml",))


@pytest.mark.parametrize(("field", "sink"), [("out", "log"), ("err", "log")])
def test_the_streams_of_the_system_are_a_log(field: str, sink: str) -> None:
    body = lines(
        f"sget-object v8, Ljava/lang/System;->{field}:Ljava/io/PrintStream;",
        virtual_call("v8, v7", f"Ljava/io/PrintStream;->println({STRING})V"),
    )

    flow = the_flow(lines(READ, body))

    assert (flow.sink, flow.leaves_phone) == (sink, False)


def test_a_bluetooth_socket_is_another_apps() -> None:
    stream = lines(
        "const/4 v8, 0", virtual_call("v8", f"Landroid/bluetooth/BluetoothSocket;->getOutputStream(){OUT}", "v9")
    )

    flow = the_flow(lines(READ, stream, TO_BYTES, virtual_call("v9, v10", WRITE)))

    assert (flow.sink, flow.leaves_phone) == ("other-app", True)


def test_a_stream_around_streams_without_end_is_written_into_all_the_same() -> None:
    loop = lines(":again", "move-object v11, v9", make("v9", BUFFERED, "v11", f"({OUT})V"), "if-eqz v8, :again")

    assert the_flow(lines(READ, OPEN, loop, TO_BYTES, virtual_call("v9, v10", WRITE))).sink == "network"


def test_a_stream_around_itself_ends() -> None:
    loop = make("v9", BUFFERED, "v9", f"({OUT})V")

    assert flows_of(lines(READ, OPEN, loop, TO_BYTES, virtual_call("v9, v10", WRITE))) == []
