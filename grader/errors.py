"""Every error this project raises on purpose.

    GraderError
    ├── UsageError            the command cannot be carried out as asked          exit 2
    │   ├── UnknownExercise   no exercise has this id
    │   ├── SubmissionError   the learner's file cannot be read as a submission
    │   ├── CatalogueError    a manifest or folder of the catalogue is at fault
    │   └── WorkspaceError    the workspace or its state folder is at fault
    └── NotGradable           our own fault: nothing may be concluded            exit 3
        └── SandboxError      the submission's process could not be set up

Foreign errors (OS, TOML, msgspec) are turned into these once, at the border. `SubmissionError` of one
file among several becomes that file's verdict; alone on the command line it ends the command.
"""


class GraderError(Exception):
    """Base of all; its text is ready to be shown."""

    exit_code = 3


class UsageError(GraderError):
    """The command cannot be carried out as asked."""

    exit_code = 2


class UnknownExercise(UsageError):
    """No exercise has this id."""


class SubmissionError(UsageError):
    """The learner's file cannot be read as a submission."""


class CatalogueError(UsageError):
    """A manifest or folder of the catalogue is at fault."""


class WorkspaceError(UsageError):
    """The workspace or its state folder is at fault."""


class NotGradable(GraderError):
    """Our own fault: nothing may be concluded about the submission."""


class SandboxError(NotGradable):
    """The submission's process could not be set up."""
