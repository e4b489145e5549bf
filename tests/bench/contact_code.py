"""The few classes that a benchmark app is about: contact reads deep inside, and queries of other providers."""

from dataclasses import dataclass

from support.apkfile import build_manifest, component, launcher_activity
from support.axml import Element
from support.dexfile import FINAL, OBJECT, PUBLIC, STATIC, Class, Field, Method
from support.instructions import Code

PACKAGE = "com.example.bench"
ENTRIES = ("tap", "app-start", "schedule", "boot")
_HOPS = 5
_PHONE_URI = "Landroid/provider/ContactsContract$CommonDataKinds$Phone;->CONTENT_URI:Landroid/net/Uri;"
_PARSED_URI = """
    const-string v0, "{}"
    invoke-static {{v0}}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v0
"""
_DECOY_URIS = (
    "sget-object v0, Landroid/provider/MediaStore$Images$Media;->EXTERNAL_CONTENT_URI:Landroid/net/Uri;",
    "sget-object v0, Landroid/provider/Settings$Global;->CONTENT_URI:Landroid/net/Uri;",
    _PARSED_URI.format("content://com.example.bench.provider/loans"),
)
_CONTACT_URIS = (
    f"sget-object v0, {_PHONE_URI}",
    _PARSED_URI.format("content://com.android.contacts/data/phones"),
)
_RESOLVER = "Landroid/content/ContentResolver;"
_QUERY = (
    f"{_RESOLVER}->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;"
    "Ljava/lang/String;)Landroid/database/Cursor;"
)
_EMPTY_INIT = Method("<init>", "()V", PUBLIC, Code(1, f"invoke-direct {{p0}}, {OBJECT}-><init>()V\nreturn-void"))

QUERY_HELPER = Class(
    "Lz/q;",
    [
        Method(
            "a",
            f"({_RESOLVER}Landroid/net/Uri;)Landroid/database/Cursor;",
            PUBLIC | STATIC,
            Code(8, f"const/4 v5, 0\nmove-object v0, p0\nmove-object v1, p1\nconst/4 v2, 0\nconst/4 v3, 0\n"
                    f"const/4 v4, 0\ninvoke-virtual/range {{v0 .. v5}}, {_QUERY}\nmove-result-object v0\n"
                    "return-object v0"),
        )
    ],
)  # fmt: skip
"""The one place that calls query(): readers and decoys all go through it, so only values tell them apart."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A component's way to one query, a class a hop, to be spread over the DEX files."""

    entry: str
    start: str
    classes: tuple[Class, ...]


def build_chain(number: int, *, contacts: bool) -> Chain:
    """Hops `start` -> … -> reader; the middle hop is a Runnable allocated by the one before it."""
    stem = f"Lz/{'r' if contacts else 's'}{number}"
    names = [f"{stem}{chr(97 + hop)};" for hop in range(_HOPS)]
    middle = _HOPS // 2
    classes = []
    for hop, name in enumerate(names[:-1]):
        following = names[hop + 1]
        if hop == middle:
            classes.append(_runnable(name, following))
        elif hop + 1 == middle:
            classes.append(_static_hop(name, _spawn(following)))
        else:
            classes.append(_static_hop(name, f"invoke-static {{p0}}, {following}->a(Landroid/content/Context;)V"))
    classes += [_reader(names[-1], f"{stem}u;"), _uri_source(f"{stem}u;", number, contacts=contacts)]
    return Chain(ENTRIES[number % len(ENTRIES)], f"{names[0]}->a(Landroid/content/Context;)V", tuple(classes))


def _static_hop(name: str, body: str) -> Class:
    code = Code(3, f"{body}\nreturn-void")
    return Class(name, [_EMPTY_INIT, Method("a", "(Landroid/content/Context;)V", PUBLIC | STATIC, code)])


def _spawn(runnable: str) -> str:
    return (
        "new-instance v0, Ljava/lang/Thread;\n"
        f"new-instance v1, {runnable}\n"
        f"invoke-direct {{v1, p0}}, {runnable}-><init>(Landroid/content/Context;)V\n"
        "invoke-direct {v0, v1}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V\n"
        "invoke-virtual {v0}, Ljava/lang/Thread;->start()V"
    )


def _runnable(name: str, following: str) -> Class:
    field = f"{name}->a:Landroid/content/Context;"
    init = f"invoke-direct {{p0}}, {OBJECT}-><init>()V\niput-object p1, p0, {field}\nreturn-void"
    run = (
        f"iget-object v0, p0, {field}\n"
        f"invoke-static {{v0}}, {following}->a(Landroid/content/Context;)V\nreturn-void"
    )  # fmt: skip
    methods = [
        Method("<init>", "(Landroid/content/Context;)V", PUBLIC, Code(2, init)),
        Method("run", "()V", PUBLIC | FINAL, Code(2, run)),
    ]
    return Class(name, methods, [Field("a", "Landroid/content/Context;")], interfaces=["Ljava/lang/Runnable;"])


def _reader(name: str, source: str) -> Class:
    body = f"""
        invoke-virtual {{p0}}, Landroid/content/Context;->getContentResolver(){_RESOLVER}
        move-result-object v0
        invoke-static {{}}, {source}->a()Landroid/net/Uri;
        move-result-object v1
        invoke-static {{v0, v1}}, Lz/q;->a({_RESOLVER}Landroid/net/Uri;)Landroid/database/Cursor;
        move-result-object v0
        new-instance v1, Ljava/util/ArrayList;
        invoke-direct {{v1}}, Ljava/util/ArrayList;-><init>()V
        :again
        invoke-interface {{v0}}, Landroid/database/Cursor;->moveToNext()Z
        move-result v2
        if-eqz v2, :end
        const-string v2, "data1"
        invoke-interface {{v0, v2}}, Landroid/database/Cursor;->getColumnIndex(Ljava/lang/String;)I
        move-result v2
        invoke-interface {{v0, v2}}, Landroid/database/Cursor;->getString(I)Ljava/lang/String;
        move-result-object v2
        invoke-interface {{v1, v2}}, Ljava/util/List;->add(Ljava/lang/Object;)Z
        goto :again
        :end
        invoke-interface {{v0}}, Landroid/database/Cursor;->close()V
        return-void
    """
    return Class(
        name, [_EMPTY_INIT, Method("a", "(Landroid/content/Context;)V", PUBLIC | STATIC, Code(4, body))]
    )  # fmt: skip


def _uri_source(name: str, number: int, *, contacts: bool) -> Class:
    texts = _CONTACT_URIS if contacts else _DECOY_URIS
    code = Code(1, f"{texts[number % len(texts)]}\nreturn-object v0")
    return Class(name, [_EMPTY_INIT, Method("a", "()Landroid/net/Uri;", PUBLIC | STATIC, code)])


def build_components(chains: list[Chain], mass: list[str]) -> list[Class]:
    """Activity, service, receiver and a click listener; each starts the chains of its entry.

    `mass` are static methods without parameters that the activity calls too: the rest of the app hangs on them.
    """
    prefix = f"L{PACKAGE.replace('.', '/')}/"
    starts = {entry: [chain.start for chain in chains if chain.entry == entry] for entry in ENTRIES}

    def call(entry: str, register: str) -> str:
        return "\n".join(f"invoke-static {{{register}}}, {start}" for start in starts[entry])

    activity, listener = f"{prefix}MainActivity;", f"{prefix}Tap;"
    calls = "\n".join(f"invoke-static {{}}, {method}" for method in mass)
    on_create = f"""
        invoke-super {{p0, p1}}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
        {call("app-start", "p0")}
        {calls}
        new-instance v0, {listener}
        invoke-direct {{v0, p0}}, {listener}-><init>(Landroid/content/Context;)V
        new-instance v1, Landroid/view/View;
        invoke-direct {{v1, p0}}, Landroid/view/View;-><init>(Landroid/content/Context;)V
        invoke-virtual {{v1, v0}}, Landroid/view/View;->setOnClickListener(Landroid/view/View$OnClickListener;)V
        return-void
    """
    field = f"{listener}->a:Landroid/content/Context;"
    init = f"invoke-direct {{p0}}, {OBJECT}-><init>()V\niput-object p1, p0, {field}\nreturn-void"
    on_click = f"iget-object v0, p0, {field}\n{call('tap', 'v0')}\nreturn-void"
    on_start_job = f"{call('schedule', 'p0')}\nconst/4 v0, 0\nreturn v0"
    on_receive = f"{call('boot', 'p1')}\nreturn-void"
    return [
        _component(activity, "Landroid/app/Activity;", "onCreate", "(Landroid/os/Bundle;)V", Code(4, on_create)),
        Class(
            listener,
            [
                Method("<init>", "(Landroid/content/Context;)V", PUBLIC, Code(2, init)),
                Method("onClick", "(Landroid/view/View;)V", PUBLIC, Code(3, on_click)),
            ],
            [Field("a", "Landroid/content/Context;")],
            interfaces=["Landroid/view/View$OnClickListener;"],
        ),
        _component(
            f"{prefix}SyncJob;", "Landroid/app/job/JobService;", "onStartJob",
            "(Landroid/app/job/JobParameters;)Z", Code(3, on_start_job),
        ),
        _component(
            f"{prefix}BootReceiver;", "Landroid/content/BroadcastReceiver;", "onReceive",
            "(Landroid/content/Context;Landroid/content/Intent;)V", Code(3, on_receive),
        ),
    ]  # fmt: skip


def _component(name: str, superclass: str, method: str, descriptor: str, code: Code) -> Class:
    init = Code(1, f"invoke-direct {{p0}}, {superclass}-><init>()V\nreturn-void")
    return Class(
        name, [Method("<init>", "()V", PUBLIC, init), Method(method, descriptor, PUBLIC, code)], superclass=superclass
    )


def build_bench_manifest() -> Element:
    """Launcher activity, job service, boot receiver; READ_CONTACTS and INTERNET."""
    boot = Element("intent-filter", {}, [Element("action", {"android:name": "android.intent.action.BOOT_COMPLETED"})])
    permissions = ("READ_CONTACTS", "INTERNET", "RECEIVE_BOOT_COMPLETED")
    return build_manifest(
        PACKAGE,
        [f"android.permission.{name}" for name in permissions],
        [
            launcher_activity(f"{PACKAGE}.MainActivity"),
            component("service", f"{PACKAGE}.SyncJob", permission="android.permission.BIND_JOB_SERVICE"),
            component("receiver", f"{PACKAGE}.BootReceiver", [boot], exported=True),
        ],
        application={"android:label": "Bench loan"},
    )
