"""`grade demo`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli import options

if TYPE_CHECKING:
    from grader.catalogue import Catalogue
    from grader.results import Graded
    from grader.sources import Task

RIGHT = """import numpy as np


def mse(y, y_hat):
    error = np.asarray(y, dtype=float) - y_hat
    return np.mean(error**2)
"""

KNOWN_MISTAKE = '''import numpy as np


def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """Straight from S4 3.3, which forgets the bias correction."""
    m = beta1 * np.asarray(m) + (1 - beta1) * np.asarray(grad)
    v = beta2 * np.asarray(v) + (1 - beta2) * np.asarray(grad) ** 2
    return theta - lr * m / (np.sqrt(v) + eps), m, v
'''

NEVER_RETURNS = """def gradient_step(theta, grad, lr):
    step = theta - lr * grad
    while abs(step - theta).max() >= 0:
        step = step - lr * grad
    return step
"""

ATTEMPTS = {"mse": RIGHT, "adam": KNOWN_MISTAKE, "gradient-step": NEVER_RETURNS}
CALL_S = 0.4


@click.command("demo")
@options.language
def command(lang: str) -> int:
    """Grade three attempts in a throw-away workspace: a right one, a known mistake, one that never returns."""
    from grader.reports import html, terminal
    from grader.workspace import create

    catalogue = options.load_catalogue(None)
    folder = Path(tempfile.mkdtemp(prefix="grade-demo-"))
    workspace, _, _ = create(folder / "workspace", (catalogue[name] for name in ATTEMPTS), "")
    for name, source in ATTEMPTS.items():
        workspace.file_of(catalogue[name]).write_text(source, encoding="utf-8")
    graded = _grade(catalogue, workspace.root, lang)
    colour, width = options.wants_colour(), options.terminal_width()
    click.echo(terminal.render(graded, lang, color=colour, width=width), nl=False, color=colour)
    report = folder / "report.html"
    report.write_text(html.render(graded, lang), encoding="utf-8")
    click.echo(f"\n{'HTML 报告：' if lang == 'zh' else 'HTML report: '}{report}")
    click.echo("下一步：`grade init course`" if lang == "zh" else "Next: `grade init course`")
    return 0


def _grade(catalogue: Catalogue, root: Path, lang: str) -> list[Graded]:
    from grader.catalogue import Limits
    from grader.grading import Options, grade
    from grader.sandbox.host import Sandbox, best_confinement
    from grader.sources import Task

    tasks = [_task(Task, catalogue, root, name) for name in ATTEMPTS]
    settings = Options(language="zh" if lang == "zh" else "en", limits=Limits(call_s=CALL_S), statements=True)
    with Sandbox(best_confinement()) as sandbox:
        return grade(tasks, settings, sandbox)


def _task(make: type[Task], catalogue: Catalogue, root: Path, name: str) -> Task:
    path = root / catalogue[name].topic / f"{name}.py"
    return make(catalogue[name], f"{catalogue[name].topic}/{name}.py", path.read_bytes())
