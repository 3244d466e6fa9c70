"""What a verdict says to a learner: what was expected, what came, where, and what to try.

`full` may show everything. `brief` is what a hidden check says, and may hold nothing that a submission chose freely,
for it could choose the check's inputs: no text, no key, no large number.
"""

from __future__ import annotations

from typing import NamedTuple

from grader.results import Comparison, Verdict
from grader.text import Text


class Finding(NamedTuple):
    """How a check failed, ready to be told."""

    verdict: Verdict
    full: Text
    brief: Text
    line: int | None = None
    comparison: Comparison | None = None


class CheckFailed(Exception):
    """Ends a check: the submission did not hold what the check says."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.full.en)
        self.finding = finding


PRECEDENCE = (
    Verdict.GRADER_ERROR, Verdict.SKIPPED_MISSING_DEPENDENCY, Verdict.SKIPPED_NO_GPU, Verdict.MISSING,
    Verdict.NOT_IMPLEMENTED, Verdict.TIMEOUT, Verdict.OUT_OF_MEMORY, Verdict.CRASHED, Verdict.EARLY_EXIT,
    Verdict.RAISED, Verdict.UNSUPPORTED_VALUE, Verdict.WRONG_SHAPE, Verdict.WRONG_DTYPE, Verdict.NOT_FINITE,
    Verdict.WRONG_VALUE, Verdict.MUTATED_INPUT, Verdict.TOO_SLOW, Verdict.PASSED,
)  # fmt: skip
"""Of several facts about one check, the first in this order is its verdict."""


def choose(findings: list[Finding]) -> Finding | None:
    """The finding that is shown; None when there is none."""
    return min(findings, key=lambda f: PRECEDENCE.index(f.verdict), default=None)


def plain(verdict: Verdict, en: str, zh: str, line: int | None = None) -> Finding:
    """A finding that reveals nothing, and so says the same in hidden checks."""
    text = Text(en, zh)
    return Finding(verdict, text, text, line)


def missing(name: str) -> Finding:
    return plain(
        Verdict.MISSING,
        f"`{name}` is not defined in your file. Check the spelling against the stub.",
        f"你的文件里没有定义 `{name}`，请对照题目检查拼写。",
    )


def not_callable(name: str) -> Finding:
    return plain(
        Verdict.MISSING,
        f"`{name}` is there but cannot be called. Define it with `def {name}(…)`.",
        f"`{name}` 存在，但不能调用。请用 `def {name}(…)` 来定义它。",
    )


def wrong_parameters(name: str, expected: str, received: str) -> Finding:
    return plain(
        Verdict.MISSING,
        f"`{name}` must take {expected}. Received: {name}{received}",
        f"`{name}` 的参数应为 {expected}。收到的是：{name}{received}",
    )


def not_implemented(line: int | None) -> Finding:
    return plain(
        Verdict.NOT_IMPLEMENTED,
        "Not written yet: the function raises NotImplementedError.",
        "还没有写：函数抛出了 NotImplementedError。",
        line,
    )


def raised(kind: str, message: str, line: int | None) -> Finding:
    at = (f" in line {line}", f"第 {line} 行") if line else ("", "")
    hint = _HINTS.get(kind, Text("", ""))
    safe = kind if kind in _BUILTIN_ERRORS else "an exception"
    return Finding(
        Verdict.RAISED,
        Text(f"{kind}{at[0]}: {message}{hint.en}", f"{at[1]}出现 {kind}：{message}{hint.zh}"),
        Text(
            f"Your code raised {safe}{at[0]}.{hint.en}", f"你的代码在{at[1] or '运行时'}抛出了异常（{safe}）。{hint.zh}"
        ),
        line,
    )


_BUILTIN_ERRORS = frozenset(
    "ArithmeticError AssertionError AttributeError EOFError Exception FileNotFoundError ImportError IndentationError "
    "IndexError KeyError LookupError ModuleNotFoundError NameError OSError OverflowError PermissionError "
    "RecursionError RuntimeError StopIteration SyntaxError TabError TypeError UnboundLocalError ValueError "
    "ZeroDivisionError".split()
)

_HINTS = {
    "EOFError": Text(
        " There is no keyboard here: remove `input()` from the file.",
        " 这里没有键盘输入，请去掉文件里的 `input()`。",
    ),
    "ModuleNotFoundError": Text(
        " Only this one file is graded, with NumPy (and TensorFlow where it is installed).",
        " 评分时只有这一个文件，可用的是 NumPy（以及已安装时的 TensorFlow）。",
    ),
    "PermissionError": Text(
        " Code under test may read no files but Python's own, and write only in its scratch folder.",
        " 被测代码只能读取 Python 自带的文件，只能写入自己的临时目录。",
    ),
}


def syntax_error(message: str, line: int) -> Finding:
    return plain(
        Verdict.RAISED,
        f"SyntaxError in line {line}: {message}. Python cannot read the file.",
        f"第 {line} 行语法错误：{message}。Python 无法读取这个文件。",
        line,
    )


def timeout(seconds: float) -> Finding:
    return plain(
        Verdict.TIMEOUT,
        f"No answer after {seconds:g} s of computing. Look for a loop that never ends.",
        f"计算了 {seconds:g} 秒仍没有结果。检查是否有不会结束的循环。",
    )


def budget_used_up(seconds: float) -> Finding:
    return plain(
        Verdict.TIMEOUT,
        f"Not run: earlier calls used up the {seconds:g} s that all checks of this exercise have together.",
        f"未运行：前面的调用已用完本题全部检查共用的 {seconds:g} 秒。",
    )


def out_of_memory(megabytes: int) -> Finding:
    return plain(
        Verdict.OUT_OF_MEMORY,
        f"More than the {megabytes} MB of memory that a call may use. Is an array far larger than meant?",
        f"内存超过了一次调用允许的 {megabytes} MB。是不是有数组比预想的大得多？",
    )


def too_many(what: Text) -> Finding:
    return plain(
        Verdict.CRASHED,
        f"Stopped: the code started {what.en} than any solution needs.",
        f"已终止：代码{what.zh}，远超任何解法所需。",
    )


def early_exit(line: int | None = None) -> Finding:
    return plain(
        Verdict.EARLY_EXIT,
        "The code ended the whole process instead of returning. Remove exit(), quit() or sys.exit().",
        "代码没有返回结果，而是结束了整个进程。请去掉 exit()、quit() 或 sys.exit()。",
        line,
    )


def crashed(detail: str) -> Finding:
    return Finding(
        Verdict.CRASHED,
        Text(f"The process crashed ({detail}) instead of returning.", f"进程崩溃（{detail}），没有返回结果。"),
        Text("The process crashed instead of returning.", "进程崩溃，没有返回结果。"),
    )


def unsupported(what: str) -> Finding:
    return Finding(
        Verdict.UNSUPPORTED_VALUE,
        Text(
            f"The function returned {what}, which is neither a number, an array nor a list, tuple or dict of them.",
            f"函数返回了 {what}，它既不是数、数组，也不是由它们组成的列表、元组或字典。",
        ),
        Text("The function returned a value of a kind that cannot be graded.", "函数返回了无法评分的类型。"),
    )


def mutated(names: str) -> Finding:
    return plain(
        Verdict.MUTATED_INPUT,
        f"The function changed its argument {names} in place. Work on a copy; watch out for `-=` and `x[...] =`.",
        f"函数就地修改了传入的参数 {names}。请在副本上计算，留意 `-=` 和 `x[...] =`。",
    )


def warned(message: str, line: int | None) -> Finding:
    at = (f" in line {line}", f"（第 {line} 行）") if line else ("", "")
    en = "an intermediate value left the range of floating point. Rewrite the formula: exponentiate no large number."
    zh = "中间结果超出了浮点数范围。请改写公式，避免对很大的数取指数。"
    return Finding(
        Verdict.NOT_FINITE,
        Text(f"NumPy warned of {message}{at[0]}: {en}", f"NumPy 警告 {message}{at[1]}：{zh}"),
        Text(f"NumPy warned{at[0]}: {en}", f"NumPy 发出警告{at[1]}：{zh}"),
        line,
    )


def grader_error(detail: str) -> Finding:
    return plain(
        Verdict.GRADER_ERROR,
        f"Our fault, not yours: this check could not be carried out ({detail}). It costs no points.",
        f"这是我们的错误，与你无关：这项检查未能执行（{detail}），不会扣分。",
    )


def missing_dependency(extra: str) -> Finding:
    return plain(
        Verdict.SKIPPED_MISSING_DEPENDENCY,
        f"Not checked: this needs TensorFlow. Install it with `pip install 'dlgrader[{extra}]'`.",
        f"未检查：这道题需要 TensorFlow。请运行 `pip install 'dlgrader[{extra}]'` 安装。",
    )


def no_gpu() -> Finding:
    return plain(
        Verdict.SKIPPED_NO_GPU,
        "Not checked: no GPU was found. Use `--device cpu`.",
        "未检查：没有找到 GPU，可改用 `--device cpu`。",
    )
