"""Hand-written reports of apps that do not exist, so that rendering is tested apart from the engine."""

from __future__ import annotations

import msgspec

from permaudit.model.app import App, InputFile, PartFile, Signer
from permaudit.model.behaviour import ApiCall, PermissionAsk, TextSeen
from permaudit.model.clause import Clause, Concern
from permaudit.model.evidence import Bridge, CallPath, CodeCoverage, Entry, Picker, Read, Step, UriCalls
from permaudit.model.finding import Finding, Match, Verdict
from permaudit.model.flow import Address, Flow, FlowStep
from permaudit.model.limitation import Limitation
from permaudit.model.message import message
from permaudit.model.observations import Observations
from permaudit.model.package_facts import FileSeen, LibrarySeen, ManifestFlags, PackerSeen, Signing
from permaudit.model.permission import Permission, SpecialAccess
from permaudit.model.place import Method, Owner, Place
from permaudit.model.report import Report

QUERY = (
    "Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;"
    "[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;"
)
READER = Method("Lcom/example/quickcash/BookReader;", "readAll", "()Ljava/util/List;")
START = Method("Lcom/example/quickcash/MainActivity;", "onCreate", "(Landroid/os/Bundle;)V")
SENDER = Method("Lcom/example/quickcash/Uploader;", "send", "(Ljava/util/List;)V")
WRITE = "Ljava/io/OutputStream;->write([B)V"
SCORER = Method("Lcom/example/scoring/Collector;", "collect", "(Landroid/content/Context;)V")
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def source(name: str) -> InputFile:
    return InputFile(name, "apk", 1_234_567, HASH, (PartFile("base.apk", 1_234_567, HASH),))


def whole_book_read() -> Read:
    return Read(
        id="r1",
        surface="contacts",
        uri="content://com.android.contacts/data/phones",
        exact=True,
        scope="all",
        fields=("name", "phone"),
        all_fields=False,
        reveals="everyone",
        api=QUERY,
        at=Place("base.apk", "classes.dex", READER, offset=18),
        owner=Owner("app"),
        permission="android.permission.READ_CONTACTS",
        permitted=True,
        reachable="yes",
        paths=(
            CallPath(
                "app-start",
                Entry(START, "com.example.quickcash.MainActivity"),
                (Step(START, 31, "call"), Step(READER, 18, "call")),
            ),
        ),
    )


def call_log_read() -> Read:
    return Read(
        id="r2",
        surface="call-log",
        uri="content://call_log/calls",
        exact=True,
        scope="all",
        fields=("call-direction", "call-time", "name", "phone"),
        all_fields=True,
        reveals="everyone",
        api=QUERY,
        at=Place("base.apk", "classes2.dex", SCORER, offset=260),
        owner=Owner("library", "Example Scoring"),
        permission="android.permission.READ_CALL_LOG",
        permitted=False,
        reachable="yes",
    )


def lender() -> Report:
    """A lender that reads the whole book at start, and the call list in vain."""
    return Report(
        version="0.1.0",
        rules_sha256=HASH[::-1],
        observations=Observations(
            source=source("quickcash.apk"),
            app=App(
                package="com.example.quickcash",
                label="Quick Cash",
                version_name="2.4.1",
                version_code=20401,
                min_sdk=21,
                target_sdk=34,
                signers=(Signer(HASH, "CN=Example", (2, 3)),),
            ),
            permissions=(
                Permission(
                    "android.permission.GET_ACCOUNTS",
                    "base.apk",
                    "declared",
                    group="contacts",
                    protection="dangerous",
                    used="no",
                    silent_with=("android.permission.READ_CONTACTS",),
                ),
                Permission("android.permission.INTERNET", "base.apk", "declared", protection="normal"),
                Permission(
                    "android.permission.READ_CONTACTS",
                    "base.apk",
                    "declared",
                    group="contacts",
                    protection="dangerous",
                    used="yes",
                    silent_with=("android.permission.GET_ACCOUNTS",),
                ),
            ),
            special_access=(SpecialAccess("notification-listener", "base.apk", "com.example.quickcash.Listener"),),
            reads=(whole_book_read(), call_log_read()),
            limitations=(
                Limitation(
                    "dynamic-code",
                    message(
                        "limitation-dynamic-code",
                        api="dalvik.system.DexClassLoader",
                        method="com.example.scoring.Collector.collect",
                        source="not resolved",
                    ),
                ),
            ),
            coverage=CodeCoverage(2, 61_204, 983_112, 73, UriCalls(surfaces=2, other=9, unresolved=1)),
        ),
        verdict=Verdict("whole-book", "reads-all", "high", False, ("whole-book-read",)),
        findings=(
            Finding(
                "whole-book-read",
                "It reads everyone in the address book",
                "high",
                "high",
                "yes",
                "The code asks Android for every entry.",
                "Refuse the permission Contacts.",
                ("r1",),
                match=Match(
                    "all",
                    "yes",
                    ("r1",),
                    (Match("read: surface contacts, scope all", "yes", ("r1",)), Match("permission: contacts", "yes")),
                ),
            ),
            Finding(
                "call-log-read",
                "It reads the call list",
                "medium",
                "medium",
                "unknown",
                "The call list shows whom you talk to.",
                "Refuse the permission Call logs.",
            ),
        ),
    )


def hidden() -> Report:
    """A packed app that asks for the address book and shows no code."""
    return Report(
        version="0.1.0",
        rules_sha256=HASH,
        observations=Observations(
            source=InputFile(
                "loan.apks", "apks", 2_000_000, HASH, (PartFile("base.apk", 1, HASH), PartFile("split.apk", 2, HASH))
            ),
            app=App(package="com.example.packed", version_code=7),
            permissions=(
                Permission(
                    "android.permission.READ_CONTACTS",
                    "base.apk",
                    "declared",
                    max_sdk=22,
                    group="contacts",
                    protection="dangerous",
                    install_time=True,
                ),
            ),
            limitations=(
                Limitation(
                    "missing-class", message("limitation-missing-class", name="com.example.packed.Main"), ("code",)
                ),
            ),
            coverage=CodeCoverage(1, 12, 40, 3),
        ),
        verdict=Verdict("whole-book", "not-seen", "unknown", True),
    )


def picker_only() -> Report:
    """A form for an emergency contact: the person ticks one contact."""
    method = Method("Lcom/example/form/ContactForm;", "onClick", "(Landroid/view/View;)V")
    return Report(
        version="0.1.0",
        rules_sha256=HASH,
        observations=Observations(
            source=source("form.apk"),
            app=App(package="com.example.form", label="Form", version_name="1.0"),
            pickers=(
                Picker(
                    Place("base.apk", "classes.dex", method, offset=4), "android.intent.action.PICK", reachable="yes"
                ),
            ),
            coverage=CodeCoverage(1, 1, 9, 1),
        ),
        verdict=Verdict("picked-only", "not-seen", "none", False),
        findings=(
            Finding(
                "contact-picker-used",
                "It lets you tick a contact yourself",
                "none",
                "high",
                "yes",
                "Only the person you tick is handed over.",
                "",
            ),
        ),
    )


def network_flow() -> Flow:
    """Names and numbers of everyone, as compressed JSON, to a server and to an address that is not wholly known."""
    return Flow(
        id="f1",
        read="r1",
        fields=("name", "phone"),
        sink="network",
        role="content",
        leaves_phone=True,
        user_confirmed=False,
        api=WRITE,
        at=Place("base.apk", "classes.dex", SENDER, offset=64),
        addresses=(
            Address("https://api.example.com/v1/upload", "api.example.com"),
            Address("http://log.example.com/", "log.example.com", exact=False, cleartext=True),
        ),
        transforms=("json", "gzip"),
        owner=Owner("app"),
        reachable="yes",
        steps=(
            FlowStep(Place("base.apk", "classes.dex", READER, offset=18), "read", QUERY),
            FlowStep(Place("base.apk", "classes.dex", READER, offset=40), "library", "Lorg/json/JSONObject;->put"),
            FlowStep(Place("base.apk", "classes.dex", SENDER, offset=64), "sink", WRITE),
        ),
    )


def stored_flow() -> Flow:
    """Some data of everyone, nobody can tell which, in a file of a library."""
    return Flow(
        id="f2",
        read="r1",
        fields=(),
        sink="file",
        role="content",
        leaves_phone=False,
        user_confirmed=False,
        api="Ljava/io/FileOutputStream;->write([B)V",
        at=Place("base.apk", "classes2.dex", SCORER, offset=300),
        addresses=(),
        transforms=(),
        owner=Owner("library", "Example Scoring"),
        reachable="unknown",
    )


def recipient_flow() -> Flow:
    """A text message to everyone."""
    return msgspec.structs.replace(
        stored_flow(),
        id="f3",
        fields=("phone",),
        sink="sms",
        role="recipient",
        leaves_phone=True,
        api="Landroid/telephony/SmsManager;->sendTextMessage",
        reachable="yes",
        owner=Owner("app"),
    )


def sender() -> Report:
    """The same lender, seen to send what it read, to write to everyone, and to keep a copy."""
    report = lender()
    flows = (stored_flow(), network_flow(), recipient_flow())
    verdict = Verdict("whole-book", "sends", "critical", False, ("contacts-sent-over-network",))
    observations = msgspec.structs.replace(report.observations, flows=flows)
    return msgspec.structs.replace(report, observations=observations, verdict=verdict)


def with_everything() -> Report:
    """A report that uses every part of the JSON contract, for its schema."""
    report = lender()
    seen = report.observations
    place = Place("base.apk", file="assets/app-service.js", offset=9)
    watch = msgspec.structs.replace(whole_book_read(), id="w1", watches=True, uri=None, permission=None)
    observations = msgspec.structs.replace(
        seen,
        watches=(watch,),
        flows=(network_flow(), stored_flow()),
        bridges=(Bridge("uni-app", "plus.contacts.getAddressBook", place),),
        pickers=picker_only().observations.pickers,
        calls=(location_call(),),
        asks=(contacts_question(),),
        texts=(TextSeen("card-file", "BEGIN:VCARD", Place("base.apk", "classes.dex", READER, offset=3), Owner("app")),),
        libraries=(LibrarySeen("Example Scoring", "scoring", "Lcom/example/scoring/", reads_people=True),),
        packers=(PackerSeen("example-packer", "Example Packer", place, "assets/packed.dat", hides_code=True),),
        files=(FileSeen("uni-app-code", place),),
        flags=ManifestFlags(cleartext="yes", trusts_user_certificates="no", debuggable=True),
        signing=Signing(public_keys=("Example test key",), only_v1=True),
    )
    return msgspec.structs.replace(report, observations=observations, concerns=concerns())


def location_call() -> ApiCall:
    """The place of the phone, asked for after a tap, without the permission."""
    return ApiCall(
        id="c1",
        api="location",
        method="Landroid/location/LocationManager;->getLastKnownLocation",
        at=Place("base.apk", "classes.dex", START, offset=12),
        owner=Owner("app"),
        permission="android.permission.ACCESS_FINE_LOCATION",
        permitted=False,
        reachable="yes",
        paths=(CallPath("tap", Entry(START, "com.example.quickcash.MainActivity"), (Step(START, 12, "call"),)),),
    )


def contacts_question() -> PermissionAsk:
    """A question for contacts and for something that is not known, as soon as the app starts."""
    return PermissionAsk(
        id="a1",
        permissions=("android.permission.READ_CONTACTS",),
        complete=False,
        method="Landroid/app/Activity;->requestPermissions([Ljava/lang/String;I)V",
        at=Place("base.apk", "classes.dex", START, offset=40),
        owner=Owner("app"),
        reachable="yes",
        paths=(CallPath("app-start", Entry(START, "com.example.quickcash.MainActivity"), (Step(START, 40, "call"),)),),
    )


def concerns() -> tuple[Concern, ...]:
    """Clauses of three places: one that is concerned, one that is open, context, and one that was not verified."""
    store = Clause(
        id="store.contacts",
        where="google-play",
        title="Loan Policy",
        authority="The store",
        type="access",
        status="in-force",
        applies_to="Apps that lend money.",
        says="They may not ask for contacts.",
        source="https://store.example.com/policy",
        seen="secondary",
        review="2027-01-01",
        concerns=("whole-book-read",),
        clause="Personal loans",
        since="2023-05-31",
        note="The list was seen in reports only.",
    )
    bank = msgspec.structs.replace(
        store, id="in.calls", where="IN", title="Lending Directions", clause=None, since=None, note=None
    )
    unverified = msgspec.structs.replace(bank, id="in.bill", title="Lending Bill", status="not-verified")
    duty = msgspec.structs.replace(bank, id="ph.duty", where="PH", title="Privacy Act", type="minimisation")
    return (
        Concern(bank, "unknown", ("call-log-read",)),
        Concern(unverified, "concerned", ("whole-book-read",)),
        Concern(duty, "context", ("call-log-read", "whole-book-read")),
        Concern(store, "concerned", ("whole-book-read",)),
    )


def regulated(places: tuple[str, ...] | None = None) -> Report:
    """The lender, in places with laws of their own, with findings about more than reads."""
    report = with_everything()
    about = Finding(
        "location-read",
        "It asks where you are",
        "low",
        "high",
        "yes",
        "The code asks for the place.",
        "Refuse the permission Location.",
        ("c1", "a1", "BEGIN:VCARD", "Example Packer"),
        ("store.contacts",),
        Match(
            "count",
            "yes",
            ("c1", "a1"),
            (
                Match("api", "yes", ("c1",), (), "{name: location, trigger: tap}"),
                Match("rule", "unknown", (), (Match("read", "unknown", (), (), "{surface: sim}"),), "sim-card-read"),
            ),
            "{at_least: 1}",
        ),
        "taking",
    )
    asked = None if places is None else [each for each in concerns() if each.clause.where in places]
    return msgspec.structs.replace(
        report,
        findings=(*report.findings, about),
        concerns=concerns() if asked is None else tuple(asked),
        places=places,
    )
