"""Data in one method: through registers, texts, arrays and collections, and what no longer holds any."""

from __future__ import annotations

import pytest
from evidence.app import static_method, text
from evidence.flows.ways import (
    INTENT,
    OBJECT,
    STRING,
    interface_call,
    is_sent,
    lines,
    make,
    send,
    static_call,
    virtual_call,
)

BUILDER, LIST, MAP = "Ljava/lang/StringBuilder;", "Ljava/util/ArrayList;", "Ljava/util/HashMap;"
JSON, BYTES_OUT = "Lorg/json/JSONObject;", "Ljava/io/ByteArrayOutputStream;"
APPEND, TO_STRING = f"{BUILDER}->append({STRING}){BUILDER}", f"{BUILDER}->toString(){STRING}"
ADD, GET = f"{LIST}->add({OBJECT})Z", f"{LIST}->get(I){OBJECT}"
PUT, GET_KEY = f"{MAP}->put({OBJECT}{OBJECT}){OBJECT}", f"{MAP}->get({OBJECT}){OBJECT}"
PUT_EXTRA = f"{INTENT}->putExtra({STRING}{STRING}){INTENT}"
GET_EXTRA = f"{INTENT}->getStringExtra({STRING}){STRING}"

NEW_ARRAY = lines("const/4 v8, 1", "const/4 v9, 0", "new-array v10, v8, [Ljava/lang/String;")
IN_ARRAY = lines(NEW_ARRAY, "aput-object v7, v10, v9")
NEW_BUILDER = make("v8", BUILDER)
IN_BUILDER = lines(NEW_BUILDER, virtual_call("v8, v7", APPEND))
NEW_LIST, OTHER_LIST = make("v8", LIST), make("v9", LIST)
ADD_NAME = virtual_call("v8, v7", ADD)
IN_LIST = lines(NEW_LIST, ADD_NAME)
CLEAR = virtual_call("v8", f"{LIST}->clear()V")
UNDER_K = text("k", "v9")
IN_MAP = lines(make("v8", MAP), UNDER_K, virtual_call("v8, v9, v7", PUT))
IN_INTENT = lines(make("v8", INTENT), UNDER_K, virtual_call("v8, v9, v7", PUT_EXTRA))
TO_BYTES = virtual_call("v7", f"{STRING}->getBytes()[B", "v8")


def send_as_text(kind: str, register: str) -> str:
    """Send the text of a number or a truth."""
    return lines(static_call(register, f"{STRING}->valueOf({kind}){STRING}", "v11"), send("v11"))


CARRIED = {
    "a register": send("v7"),
    "a moved register": lines("move-object v11, v7", send("v11")),
    "a register moved twice": lines("move-object v11, v7", "move-object v10, v11", send("v10")),
    "a register that one branch overwrites": lines("if-eqz v8, :on", "const/4 v7, 0", ":on", send()),
    "a cast": lines(f"check-cast v7, {STRING}", send()),
    "an element of an array": lines(IN_ARRAY, "aget-object v11, v10, v9", send("v11")),
    "an array as a whole": lines(IN_ARRAY, send("v10")),
    "a filled array": lines("filled-new-array {v7}, [Ljava/lang/String;", "move-result-object v8", send("v8")),
    "a copied array": lines(
        IN_ARRAY,
        "new-array v11, v8, [Ljava/lang/String;",
        static_call("v10, v9, v11, v9, v8", f"Ljava/lang/System;->arraycopy({OBJECT}I{OBJECT}II)V"),
        send("v11"),
    ),
    "its bytes": lines(TO_BYTES, send("v8")),
    "one of its bytes, masked": lines(
        TO_BYTES,
        "const/4 v9, 0",
        "aget-byte v10, v8, v9",
        "xor-int/lit8 v10, v10, 5",
        "int-to-char v10, v10",
        send_as_text("C", "v10"),
    ),
    "a concatenation": lines(
        text("x", "v8"), virtual_call("v8, v7", f"{STRING}->concat({STRING}){STRING}", "v9"), send("v9")
    ),
    "a builder": lines(IN_BUILDER, virtual_call("v8", TO_STRING, "v9"), send("v9")),
    "what a builder gives back": lines(
        NEW_BUILDER, virtual_call("v8, v7", APPEND, "v9"), virtual_call("v9", TO_STRING, "v10"), send("v10")
    ),
    "a builder told through what it gave back": lines(
        NEW_BUILDER,
        text("x", "v9"),
        virtual_call("v8, v9", APPEND, "v9"),
        virtual_call("v9, v7", APPEND),
        virtual_call("v8", TO_STRING, "v10"),
        send("v10"),
    ),
    "a list": lines(IN_LIST, send("v8")),
    "an element of a list": lines(IN_LIST, "const/4 v9, 0", virtual_call("v8, v9", GET, "v10"), send("v10")),
    "a list under its other name": lines(NEW_LIST, "move-object v9, v8", ADD_NAME, send("v9")),
    "a list that is in another list already": lines(
        NEW_LIST, OTHER_LIST, virtual_call("v9, v8", ADD), ADD_NAME, send("v9")
    ),
    "an iterator": lines(
        IN_LIST,
        virtual_call("v8", f"{LIST}->iterator()Ljava/util/Iterator;", "v9"),
        interface_call("v9", f"Ljava/util/Iterator;->next(){OBJECT}", "v10"),
        send("v10"),
    ),
    "a map under the same key": lines(IN_MAP, virtual_call("v8, v9", GET_KEY, "v10"), send("v10")),
    "a map under a key that is not known": lines(
        IN_MAP, static_call("", f"Lx/Main;->key(){OBJECT}", "v9"), virtual_call("v8, v9", GET_KEY, "v10"), send("v10")
    ),
    "an extra under the same key": lines(IN_INTENT, virtual_call("v8, v9", GET_EXTRA, "v10"), send("v10")),
    "JSON": lines(
        make("v8", JSON),
        UNDER_K,
        virtual_call("v8, v9, v7", f"{JSON}->put({STRING}{OBJECT}){JSON}"),
        virtual_call("v8", f"{JSON}->toString(){STRING}", "v10"),
        send("v10"),
    ),
    "a list that was cleared before": lines(NEW_LIST, CLEAR, ADD_NAME, send("v8")),
    "a list beside one that is cleared": lines(
        NEW_LIST, OTHER_LIST, ADD_NAME, virtual_call("v9", f"{LIST}->clear()V"), send("v8")
    ),
    "a list that one branch clears": lines(IN_LIST, "if-eqz v9, :kept", CLEAR, ":kept", send("v8")),
    "a list that is sent and filled in a loop": lines(NEW_LIST, ":again", send("v8"), ADD_NAME, "goto :again"),
}

LOST = {
    "a register that is overwritten": lines(text("x", "v7"), send()),
    "another register": lines(text("x", "v8"), send("v8")),
    "its length": lines(virtual_call("v7", f"{STRING}->length()I", "v8"), send_as_text("I", "v8")),
    "whether it begins with something": lines(
        text("x", "v8"), virtual_call("v7, v8", f"{STRING}->startsWith({STRING})Z", "v9"), send_as_text("Z", "v9")
    ),
    "what a library answers with yes or no": lines(
        static_call("v7", f"Landroid/telephony/PhoneNumberUtils;->isGlobalPhoneNumber({STRING})Z", "v9"),
        send_as_text("Z", "v9"),
    ),
    "how many are in a list": lines(IN_LIST, virtual_call("v8", f"{LIST}->size()I", "v9"), send_as_text("I", "v9")),
    "how many rows there are": lines(
        interface_call("v6", "Landroid/database/Cursor;->getCount()I", "v9"), send_as_text("I", "v9")
    ),
    "the class of it": lines(virtual_call("v7", f"{OBJECT}->getClass()Ljava/lang/Class;", "v8"), send("v8")),
    "another array": lines(IN_ARRAY, "new-array v11, v8, [Ljava/lang/String;", send("v11")),
    "another list": lines(IN_LIST, OTHER_LIST, send("v9")),
    "a list before it is added": lines(NEW_LIST, send("v8"), ADD_NAME),
    "a cleared list": lines(IN_LIST, CLEAR, send("v8")),
    "a builder set to no length": lines(
        IN_BUILDER,
        "const/4 v9, 0",
        virtual_call("v8, v9", f"{BUILDER}->setLength(I)V"),
        virtual_call("v8", TO_STRING, "v10"),
        send("v10"),
    ),
    "a stream that is reset": lines(
        make("v9", BYTES_OUT),
        TO_BYTES,
        virtual_call("v9, v8", f"{BYTES_OUT}->write([B)V"),
        virtual_call("v9", f"{BYTES_OUT}->reset()V"),
        virtual_call("v9", f"{BYTES_OUT}->toByteArray()[B", "v10"),
        send("v10"),
    ),
    "a map under another key": lines(IN_MAP, text("other", "v9"), virtual_call("v8, v9", GET_KEY, "v10"), send("v10")),
    "an extra under another key": lines(
        IN_INTENT, text("other", "v9"), virtual_call("v8, v9", GET_EXTRA, "v10"), send("v10")
    ),
}

KEY = static_method(
    "key", "sget-object v9, Landroid/os/Build;->MODEL:Ljava/lang/String;", f"(){OBJECT}", end="return-object v9"
)


@pytest.mark.parametrize("what", list(CARRIED))
def test_data_goes_through(what: str) -> None:
    assert is_sent(CARRIED[what], methods=[KEY])


@pytest.mark.parametrize("what", list(LOST))
def test_data_is_not_in(what: str) -> None:
    assert not is_sent(LOST[what])
