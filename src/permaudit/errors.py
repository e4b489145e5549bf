"""The exception tree: what a person can mend, each with a message id that a locale turns into a sentence.

PermauditError            something the user can fix
├── InputError            an app could not be opened or read            exit code 3
├── RuleError             a rule, catalogue or locale file is wrong     exit code 4
└── UsageError            the command line does not make sense          exit code 2
"""

from __future__ import annotations


class PermauditError(Exception):
    """A problem a user can mend; `message_id` names its sentence in `words/`, `arguments` fill the placeholders."""

    exit_code = 3

    def __init__(self, message_id: str, **arguments: str | int) -> None:
        self.message_id = message_id
        self.arguments = arguments
        details = ", ".join(f"{name}={value}" for name, value in arguments.items())
        super().__init__(f"{message_id}: {details}" if details else message_id)


class InputError(PermauditError):
    """An input file cannot be audited at all; arguments name the part and the problem."""

    exit_code = 3


class RuleError(PermauditError):
    """A rule, catalogue or locale file cannot be used as written; arguments hold `file`, `line` and `problem`."""

    exit_code = 4


class UsageError(PermauditError):
    """The command line asks for something that does not exist."""

    exit_code = 2
