"""What a file is called: folders that Android gives, joined with the names that the code puts behind them."""

from __future__ import annotations

from permaudit.catalog.code_sources import CodeSources, Folder, fill_shown
from permaudit.catalog.operations import Operations
from permaudit.evidence.asked import Asked
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.resolver import Operation, Resolver
from permaudit.evidence.texts import MOST_TEXT
from permaudit.evidence.values import UNKNOWN_PIECE, Made, Result, Site, Text, Unknown, Uri, Value

_FILE = "Ljava/io/File;"
_OWN_INFO = "->getApplicationInfo()Landroid/content/pm/ApplicationInfo;"
_IGET_OBJECT = 0x54
_INVOKE_DIRECT = (0x70, 0x76)
_TWO = 2


class PathResolver(Resolver):
    """A Resolver to which files are the texts of their paths: `getFilesDir()/core.dex`."""

    def __init__(
        self, code: Code, budget: Budget, explain: Operation, operations: Operations, sources: CodeSources
    ) -> None:
        self._paths = _FilePaths(code, explain, sources)
        self._shown = {each.field: each.shown for each in sources.fields}
        super().__init__(code, budget, self._paths, {}, operations)

    def paths(self, frame: Frame, call: int, position: int, context: Context) -> list[tuple[str, Context]]:
        """What the file that an argument names may be called; `*` stands for what is not known."""
        got = [self._paths.as_path(self, each, 1) for each in self.argument(frame, call, position, context)]
        return [(each.value.text, each.context) for each in got if isinstance(each.value, Text)]

    def _defined(self, frame: Frame, index: int, register: int, context: Context, depth: int) -> list[Resolved]:
        """Fields of the app's own ApplicationInfo are folders; all else is as for any Resolver."""
        if index >= 0 and frame.body.instructions[index].opcode == _IGET_OBJECT:
            shown = self._field_shown(frame, index, context, depth)
            if shown is not None:
                return [Resolved(Text(shown), context)]
        return super()._defined(frame, index, register, context, depth)

    def _field_shown(self, frame: Frame, index: int, context: Context, depth: int) -> str | None:
        each = frame.body.instructions[index]
        field = self.code.field_at(frame.body, each.reference)
        if field is None:
            return None
        shown = self._shown.get(f"{self.code.type_name(field[0])}->{field[1].decode('utf-8', 'replace')}")
        if shown is None:
            return None
        of = [got.value for got in self.values(frame, index, each.registers[1], context, depth)]
        is_own = of and all(isinstance(value, Result) and value.method.endswith(_OWN_INFO) for value in of)
        return shown if is_own else None


class _FilePaths:
    """Explains calls that give folders, files and paths; all others as elsewhere."""

    def __init__(self, code: Code, explain: Operation, sources: CodeSources) -> None:
        self._code, self._explain = code, explain
        self._folders = {each.method: each for each in sources.folders}
        self._same, self._joins = frozenset(sources.same), frozenset(sources.joins)
        self._parents, self._temporary = frozenset(sources.parents), frozenset(sources.temporary)
        self._entries = frozenset((*self._folders, *self._same, *self._joins, *self._parents, *self._temporary))
        self._names = frozenset(each.partition("->")[2] for each in self._entries)
        self._known: dict[int, str | None] = {}

    def __call__(
        self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int
    ) -> list[Resolved] | None:
        """The path that a call gives, or what it gives otherwise."""
        named = self._named(frame, call)
        asked = Asked(resolver, frame, call, context, depth)
        if named in self._folders:
            return [self._folder(self._folders[named], asked)]
        if named is None or not asked.registers:
            return self._explain(resolver, frame, call, context, depth)
        if named in self._same:
            return [self.as_path(resolver, each, depth) for each in asked.first()]
        if named in self._parents:
            return [_folder_of(self.as_path(resolver, each, depth)) for each in asked.first()]
        if len(asked.registers) < _TWO:
            return asked.unknown("argument")
        if named in self._joins:
            return self._joined(asked, asked.registers[:_TWO])
        return [self._temporary_file(asked)]

    def as_path(self, resolver: Resolver, each: Resolved, depth: int) -> Resolved:
        """A value as a path, if it is a text or a file whose constructor can be seen."""
        value = each.value
        if isinstance(value, Uri):
            return Resolved(Text(value.text.removeprefix("file://")), each.context)
        if isinstance(value, Made) and value.descriptor == _FILE:
            return self._made_file(resolver, value.site, each.context, depth)
        return each

    def _named(self, frame: Frame, call: int) -> str | None:
        """The entry that a call means, `class->name`, also through a subclass of its class."""
        callee = self._code.callee(frame.body, call)
        if callee < 0:
            return None
        if callee not in self._known:
            method = self._code.method(callee)
            owners = self._code.platform_ancestors(method.class_name) if method.name in self._names else ()
            found = (f"{owner}->{method.name}" for owner in (method.class_name, *sorted(owners)))
            self._known[callee] = next((each for each in found if each in self._entries), None)
        return self._known[callee]

    def _folder(self, folder: Folder, asked: Asked) -> Resolved:
        wanted = "{0}" in folder.shown
        got = asked.resolver.argument(asked.frame, asked.call, 0, asked.context, asked.depth) if wanted else []
        given = got[0].value if len(got) == 1 else Unknown()
        parameter = given.text if isinstance(given, Text) else UNKNOWN_PIECE
        context = got[0].context if len(got) == 1 else asked.context
        return Resolved(Text(fill_shown(folder.shown, [parameter])[:MOST_TEXT]), context)

    def _temporary_file(self, asked: Asked) -> Resolved:
        """`createTempFile(prefix, suffix, folder)`: what stands between the two is not known."""
        pieces = [UNKNOWN_PIECE, UNKNOWN_PIECE, "getCacheDir()"]
        for position, register in enumerate(asked.registers[: len(pieces)]):
            got = asked.values(register)
            path = self.as_path(asked.resolver, got[0], asked.depth).value if len(got) == 1 else Unknown()
            pieces[position] = path.text if isinstance(path, Text) else pieces[position]
        prefix, suffix, folder = pieces
        name = f"{prefix}{UNKNOWN_PIECE}{suffix}".replace(UNKNOWN_PIECE * 2, UNKNOWN_PIECE)
        return Resolved(Text(f"{folder}/{name}"[:MOST_TEXT]), asked.context)

    def _joined(self, asked: Asked, registers: tuple[int, ...]) -> list[Resolved]:
        folder, name = registers
        results = []
        for left in asked.values(folder):
            path = self.as_path(asked.resolver, left, asked.depth)
            for right in asked.values(name, path.context):
                joined = _join(path.value, self.as_path(asked.resolver, right, asked.depth).value)
                results.append(Resolved(joined, right.context))
        return results

    def _made_file(self, resolver: Resolver, site: Site, context: Context, depth: int) -> Resolved:
        """`new File(…)`, by what its constructor is given."""
        frame = _frame_of(resolver, site.method, context)
        if frame is None:
            return Resolved(Unknown("file"), context)
        register = frame.body.instructions[site.index].registers[0]
        for use in frame.body.uses(site.index, register)[0]:
            each = frame.body.instructions[use]
            if each.opcode in _INVOKE_DIRECT and each.registers and each.registers[0] == register:
                asked = Asked(resolver, frame, use, context, depth + 1)
                given = each.registers[1:]
                if len(given) == _TWO:
                    return self._joined(asked, given)[0]
                return self.as_path(resolver, asked.values(given[0])[0], depth + 1) if given else _nothing(context)
        return _nothing(context)


def _folder_of(path: Resolved) -> Resolved:
    """The folder that a file lies in, where its path tells one."""
    folder = path.value.text.rpartition("/")[0] if isinstance(path.value, Text) else ""
    return Resolved(Text(folder) if folder else Unknown("folder"), path.context)


def _nothing(context: Context) -> Resolved:
    return Resolved(Unknown("file"), context)


def _frame_of(resolver: Resolver, method: int, context: Context) -> Frame | None:
    """The frame in which an object was made: one that was chosen on the way, else an open one."""
    for _, caller, _ in context.callers:
        if caller.method == method:
            return caller
    return resolver.open_frame(method)


def _join(folder: Value, name: Value) -> Text:
    before = folder.text.rstrip("/") if isinstance(folder, Text) else UNKNOWN_PIECE
    behind = name.text if isinstance(name, Text) else UNKNOWN_PIECE
    return Text(f"{before}/{behind.lstrip('/')}"[:MOST_TEXT])
