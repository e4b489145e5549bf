"""Where data is sent: the addresses that the app holds, read from texts of every kind."""

from __future__ import annotations

import pytest
from evidence.app import static_method, text
from evidence.flows.ways import OBJECT, READ, STRING, lines, make, send, static_call, the_flow, virtual_call
from hypothesis import given
from hypothesis import strategies as st
from support.dexfile import ABSTRACT, INTERFACE, PUBLIC, Class, Method

from permaudit.evidence.flows.addresses import read_address
from permaudit.model.flow import Address

HOSTS = {
    "https://api.example.com/v1": "api.example.com",
    "https://api.example.com": "api.example.com",
    "https://api.example.com?x=1": "api.example.com",
    "https://api.example.com#part": "api.example.com",
    "https://api.example.com:8443/v1": "api.example.com",
    "https://API.Example.COM/v1": "api.example.com",
    "https://api.example.com./v1": "api.example.com",
    "https://user@api.example.com/v1": "api.example.com",
    "https://user:secret@api.example.com:8443/v1": "api.example.com",
    "https://bank.example@evil.example/": "evil.example",
    "https://a@b@evil.example/": "evil.example",
    "https://api.example.com/@me": "api.example.com",
    "https://api.example.com?to=https://other.example": "api.example.com",
    "https://10.0.0.1:80/x": "10.0.0.1",
    "https://[2001:db8::1]:8080/x": "2001:db8::1",
    "https://[2001:DB8::1]": "2001:db8::1",
    "https://user@[::1]/x": "::1",
    "https://münchen.example/": "münchen.example",
    "https://xn--mnchen-3ya.example/": "xn--mnchen-3ya.example",
    "https://例え.テスト/x": "例え.テスト",
    "https://localhost/x": "localhost",
    "https://my_host.example/x": "my_host.example",
    "https://good.example\\@evil.example/": "good.example",
    "wss://push.example/socket": "push.example",
    "ssl://mqtt.example:8883": "mqtt.example",
}


@pytest.mark.parametrize("url", list(HOSTS))
def test_the_host_is_read_from(url: str) -> None:
    assert read_address(url) == Address(url, HOSTS[url])


@pytest.mark.parametrize(
    "url", ["http://h.example/x", "HTTP://h.example/x", "ws://h.example", "tcp://h.example:1883", "ftp://h.example"]
)
def test_a_scheme_without_encryption_is_told(url: str) -> None:
    assert read_address(url) == Address(url, "h.example", cleartext=True)


NONE = [
    "",
    "https://",
    "https:///path",
    "https://:8080/x",
    "https://user@/x",
    "https://user@",
    "https:/h.example",
    "https:h.example",
    "//h.example/x",
    "h.example/x",
    "x://h.example",
    "content://com.android.contacts/data",
    "file:///android_asset/index.html",
    "javascript://h.example/%0aalert(1)",
    "jar:https://h.example",
    "see https://h.example",
    "https://%s/api",
    "https://{host}/api",
    "https://$host/api",
    "https://[/x",
    "https://[]/x",
    "https://[2001:db8::1",
    "https://a..b/x",
    "https://./x",
]


@pytest.mark.parametrize("url", NONE)
def test_no_address_is_read_from(url: str) -> None:
    assert read_address(url) is None


def test_an_address_whose_path_is_built_at_run_time_is_known_to_its_host() -> None:
    assert read_address("https://h.example/v1/*/x") == Address("https://h.example/v1/", "h.example", exact=False)
    assert read_address("https://h.example?q=*") == Address("https://h.example?q=", "h.example", exact=False)


@pytest.mark.parametrize(
    "url",
    ["*", "*://h.example", "https://*", "https://*/x", "https://*.example.com/x", "https://api.*/x", "https://h.example*",
     "https://h.example:*", "https://h.example:*/x", "https://user:*@h.example", "https://user@*/x"],
)  # fmt: skip
def test_a_host_that_is_built_at_run_time_is_none(url: str) -> None:
    assert read_address(url) is None


def test_a_very_long_address_is_cut_and_not_exact() -> None:
    found = read_address("https://h.example/" + "x" * 100_000)

    assert found == Address(("https://h.example/" + "x" * 300)[:200], "h.example", exact=False)


def test_a_host_that_does_not_end_where_an_address_is_cut_is_none() -> None:
    assert read_address("https://" + "a" * 5000 + ".example/x") is None
    assert read_address("https://" + "good.example." * 20 + "evil.example/x") is None
    assert read_address("https://" + "a" * 5000 + "@h.example/x") is None


def test_a_bare_host_is_an_address_only_where_one_is_asked_for() -> None:
    assert read_address("api.example.com") is None
    assert read_address("api.example.com", bare_host=True) == Address("api.example.com", "api.example.com")
    assert read_address("10.0.0.1", bare_host=True) == Address("10.0.0.1", "10.0.0.1")


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "a",
        "POST",
        "names.txt\n",
        "api.example.com ",
        "api.*.com",
        "*.example.com",
        "a b.c",
        "a..b.c",
        "x" * 300 + ".com",
        "/v1/x.y",
    ],
)
def test_a_text_that_is_no_host_name_is_no_bare_host(name: str) -> None:
    assert read_address(name, bare_host=True) is None


@given(st.text(max_size=300) | st.text("htps:/@[]*.\\a1%", max_size=60).map("https://".__add__))
def test_no_text_breaks_it_and_no_host_is_empty_or_holds_a_mark(text_given: str) -> None:
    found = read_address(text_given, bare_host=True)

    assert found is None or (found.host and not set(found.host) & set("*/@\\?#% []") and len(found.url) <= 253)


def url(register: str = "v8", address: str = "https://api.example.com/v1") -> str:
    return lines(text(address, register), make("v9", "Ljava/net/URL;", register, f"({STRING})V"))


def addresses(body: str, *classes: Class, methods: list[Method] | None = None) -> list[str]:
    return [each.url for each in the_flow(lines(READ, body), *classes, methods=methods or []).addresses]


def test_an_address_next_to_the_call_that_sends_is_told() -> None:
    assert addresses(lines(url(), send())) == ["https://api.example.com/v1"]


def test_an_address_in_the_method_that_called_it_is_told() -> None:
    net = Class("Lx/Net;", [static_method("out", send("p0"), f"({STRING})V")])

    assert addresses(lines(url(), static_call("v7", f"Lx/Net;->out({STRING})V")), net) == ["https://api.example.com/v1"]


def test_the_nearest_address_is_told() -> None:
    net = Class(
        "Lx/Net;", [static_method("out", lines(url("v1", "https://near.example/"), send("p0")), f"({STRING})V")]
    )

    assert addresses(lines(url(), static_call("v7", f"Lx/Net;->out({STRING})V")), net) == ["https://near.example/"]


def test_an_address_that_a_helper_gives_is_told() -> None:
    base = Class(
        "Lx/Base;",
        [static_method("url", text("https://api.example.com/v1", "v0"), f"(){STRING}", end="return-object v0")],
    )
    opened = lines(
        static_call("", f"Lx/Base;->url(){STRING}", "v8"), make("v9", "Ljava/net/URL;", "v8", f"({STRING})V")
    )

    assert addresses(lines(opened, send()), base) == ["https://api.example.com/v1"]


def test_an_address_built_at_run_time_is_none() -> None:
    unknown = lines(
        "sget-object v8, Landroid/os/Build;->MODEL:Ljava/lang/String;",
        make("v9", "Ljava/net/URL;", "v8", f"({STRING})V"),
    )

    assert addresses(lines(unknown, send())) == []


def test_the_host_that_a_socket_is_opened_to_is_told() -> None:
    socket = lines(
        text("collect.example.com", "v8"),
        "const/16 v9, 443",
        make("v10", "Ljava/net/Socket;", "v8, v9", f"({STRING}I)V"),
    )

    assert addresses(lines(socket, send())) == ["collect.example.com"]


def test_a_text_that_looks_like_a_host_is_none_beside_other_calls() -> None:
    other = lines(text("collect.example.com", "v8"), static_call("v8, v8", f"Landroid/util/Log;->d({STRING}{STRING})I"))

    assert addresses(lines(other, send())) == []


def test_what_does_not_go_over_the_network_has_no_address() -> None:
    logged = lines(text("tag", "v10"), static_call("v10, v7", f"Landroid/util/Log;->d({STRING}{STRING})I"))

    assert addresses(lines(url(), logged)) == []


def test_the_base_of_a_library_is_where_its_interface_sends_to() -> None:
    send_it = Method("sendIt", f"({STRING})V", PUBLIC | ABSTRACT, annotations=("Lretrofit2/http/POST;",))
    api = Class("La/Api;", [send_it], flags=PUBLIC | INTERFACE | ABSTRACT)
    builder = "Lretrofit2/Retrofit$Builder;"
    made = lines(
        make("v0", builder),
        text("https://loan.example/", "v1"),
        virtual_call("v0, v1", f"{builder}->baseUrl({STRING}){builder}"),
        "const-class v1, La/Api;",
        virtual_call("v0, v1", f"Lretrofit2/Retrofit;->create(Ljava/lang/Class;){OBJECT}", "v2"),
        "check-cast v2, La/Api;",
    )
    net = Class("Lb/Net;", [static_method("api", made, "()La/Api;", end="return-object v2")])
    body = lines(
        static_call("", "Lb/Net;->api()La/Api;", "v8"), f"invoke-interface {{v8, v7}}, La/Api;->sendIt({STRING})V"
    )

    assert addresses(body, api, net) == ["https://loan.example/"]
