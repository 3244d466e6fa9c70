"""The reports' own words, in both languages."""

from __future__ import annotations

import msgspec

from grader.results import Verdict


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What the reports say around the messages; `{…}` is filled in by `str.format`."""

    lang: str
    gap: str
    report: str
    points: str
    exercises_passed: str
    checks: str
    statement: str
    hidden: str
    mistake: str
    full_marks: str
    all_passed: str
    next: str
    as_above: str
    your_line: str
    printed: str
    worst: str
    further: str
    index: str
    yours: str
    expected: str
    error: str
    within: str
    elements_wrong: str
    slice_shown: str
    shrunk: str
    picture: str
    not_graded: str
    our_fault: str
    not_checked: str
    note: str
    more: str
    contents: str
    graded_on: str
    sandbox: str
    difficulty: dict[str, str]
    verdict: dict[Verdict, str]
    advice: dict[Verdict, str]


_HINT_EN = "`grade hint {id}` gives a hint, `grade show {id}` the formula and an example"
_HINT_ZH = "`grade hint {id}` 可以看提示，`grade show {id}` 可以看公式和例子"

ENGLISH = Words(
    lang="en",
    gap=" ",
    report="Report",
    points="points",
    exercises_passed="{passed} of {total} exercises passed",
    checks="Checks",
    statement="Statement",
    hidden="hidden",
    mistake="The mistake:",
    full_marks="Full marks.",
    all_passed="Every check passed.",
    next="Next:",
    as_above="the same as above",
    your_line="line {n}",
    printed="printed",
    worst="worst elements",
    further="{n} more out of tolerance",
    index="index",
    yours="yours",
    expected="expected",
    error="error",
    within="empty or ✓: within tolerance",
    elements_wrong="{n} of {total} elements out of tolerance",
    slice_shown="slice {slice} of shape {shape}",
    shrunk="each mark shows the worst of the elements it stands for",
    picture="{what}: {n} of {total} elements out of tolerance, the worst at {index}",
    not_graded="not graded",
    our_fault="this could not be graded; the fault is the grader's and costs no points.",
    not_checked="some checks could not run on this machine; nothing is concluded from them.",
    note="Note:",
    more="[… {n} more characters]",
    contents="Exercises",
    graded_on="graded with {backend} on {device}",
    sandbox="sandbox: {level}",
    difficulty={"easy": "easy", "medium": "medium", "hard": "hard"},
    verdict={
        Verdict.PASSED: "passed",
        Verdict.WRONG_VALUE: "wrong value",
        Verdict.WRONG_SHAPE: "wrong shape",
        Verdict.WRONG_DTYPE: "wrong dtype",
        Verdict.NOT_FINITE: "not finite",
        Verdict.MUTATED_INPUT: "changed its input",
        Verdict.RAISED: "raised an exception",
        Verdict.NOT_IMPLEMENTED: "not implemented",
        Verdict.MISSING: "missing",
        Verdict.TIMEOUT: "out of time",
        Verdict.OUT_OF_MEMORY: "out of memory",
        Verdict.EARLY_EXIT: "exited early",
        Verdict.CRASHED: "crashed",
        Verdict.UNSUPPORTED_VALUE: "unsupported value",
        Verdict.TOO_SLOW: "too slow",
        Verdict.SKIPPED_NO_GPU: "not checked: no GPU",
        Verdict.SKIPPED_MISSING_DEPENDENCY: "not checked: a library is missing",
        Verdict.GRADER_ERROR: "grader error",
    },
    advice={
        Verdict.WRONG_VALUE: _HINT_EN + ".",
        Verdict.WRONG_SHAPE: "write the shape beside every line and find the first that is not meant; "
        + _HINT_EN
        + ".",
        Verdict.WRONG_DTYPE: "look for the line where the dtype changes; the statement says which is kept.",
        Verdict.NOT_FINITE: "look for an exponential, logarithm, root or division that can leave the "
        "float range, and rearrange the formula.",
        Verdict.MUTATED_INPUT: "work on a copy, or on new arrays; `+=` and `x[...] =` write into the caller's array.",
        Verdict.RAISED: "read the last line of the exception; print shapes just above the line it names.",
        Verdict.NOT_IMPLEMENTED: "replace `raise NotImplementedError` by your code; `grade show {id}` "
        "shows the statement.",
        Verdict.MISSING: "keep the names of the stub; `grade show {id}` shows the signature.",
        Verdict.TIMEOUT: "look for a loop that never ends, or one that NumPy could do at once.",
        Verdict.OUT_OF_MEMORY: "look for an array that is larger than it needs to be, often by broadcasting.",
        Verdict.EARLY_EXIT: "return the value; do not call `exit`.",
        Verdict.CRASHED: "the process died in native code; reduce the input until it no longer does.",
        Verdict.UNSUPPORTED_VALUE: "return numbers, arrays, or lists, tuples and dicts of them.",
        Verdict.TOO_SLOW: "the values are right; replace the inner loops by array operations.",
        Verdict.SKIPPED_NO_GPU: "run it once more on a machine with a GPU.",
        Verdict.SKIPPED_MISSING_DEPENDENCY: "`grade doctor` says what to install.",
        Verdict.GRADER_ERROR: "please report this: it is a fault of the exercise or the grader.",
    },
)

CHINESE = Words(
    lang="zh",
    gap="",
    report="批改结果",
    points="分",
    exercises_passed="{total} 题中通过 {passed} 题",
    checks="检查项",
    statement="题目",
    hidden="隐藏",
    mistake="错在这里：",
    full_marks="满分。",
    all_passed="全部检查通过。",
    next="下一步：",
    as_above="同上",
    your_line="第 {n} 行",
    printed="打印输出",
    worst="误差最大的元素",
    further="另有 {n} 个元素超出容差",
    index="下标",
    yours="你的值",
    expected="应为",
    error="误差",
    within="空白或 ✓ 表示在容差内",
    elements_wrong="{total} 个元素中有 {n} 个超出容差",
    slice_shown="切片 {slice}，原形状 {shape}",
    shrunk="每个标记代表若干元素，取其中误差最大的一个",
    picture="{what}：{total} 个元素中有 {n} 个超出容差，误差最大处在 {index}",
    not_graded="未评分",
    our_fault="未能完成批改。这是评分程序的问题，不会扣分。",
    not_checked="有些检查在这台机器上无法运行，因此不下结论。",
    note="说明：",
    more="[……还有 {n} 个字符]",
    contents="题目一览",
    graded_on="{backend}，{device}",
    sandbox="沙箱：{level}",
    difficulty={"easy": "容易", "medium": "中等", "hard": "较难"},
    verdict={
        Verdict.PASSED: "通过",
        Verdict.WRONG_VALUE: "数值不对",
        Verdict.WRONG_SHAPE: "形状不对",
        Verdict.WRONG_DTYPE: "数据类型不对",
        Verdict.NOT_FINITE: "出现 NaN 或无穷大",
        Verdict.MUTATED_INPUT: "改动了传入的参数",
        Verdict.RAISED: "抛出异常",
        Verdict.NOT_IMPLEMENTED: "尚未实现",
        Verdict.MISSING: "找不到",
        Verdict.TIMEOUT: "超时",
        Verdict.OUT_OF_MEMORY: "内存不足",
        Verdict.EARLY_EXIT: "提前退出",
        Verdict.CRASHED: "进程崩溃",
        Verdict.UNSUPPORTED_VALUE: "返回值类型不支持",
        Verdict.TOO_SLOW: "太慢",
        Verdict.SKIPPED_NO_GPU: "未检查：没有 GPU",
        Verdict.SKIPPED_MISSING_DEPENDENCY: "未检查：缺少依赖库",
        Verdict.GRADER_ERROR: "评分程序出错",
    },
    advice={
        Verdict.WRONG_VALUE: _HINT_ZH + "。",
        Verdict.WRONG_SHAPE: "把每一行结果的形状写在旁边，找出第一个不对的；" + _HINT_ZH + "。",
        Verdict.WRONG_DTYPE: "找出数据类型从哪一行开始变了；应保持哪种类型，题目里有说明。",
        Verdict.NOT_FINITE: "找找哪个指数、对数、开方或除法会超出浮点数范围，把公式改写一下。",
        Verdict.MUTATED_INPUT: "请在副本或新数组上计算；`+=` 和 `x[...] =` 会写进调用者的数组。",
        Verdict.RAISED: "看异常的最后一行，在它指出的那一行之前把形状打印出来。",
        Verdict.NOT_IMPLEMENTED: "把 `raise NotImplementedError` 换成你的代码；`grade show {id}` 可以看题目。",
        Verdict.MISSING: "请保留模板里的名字；`grade show {id}` 可以看函数签名。",
        Verdict.TIMEOUT: "看看有没有停不下来的循环，或者本可以交给 NumPy 一次算完的循环。",
        Verdict.OUT_OF_MEMORY: "看看有没有大得不必要的数组，多半是广播造成的。",
        Verdict.EARLY_EXIT: "请用 return 返回结果，不要调用 `exit`。",
        Verdict.CRASHED: "进程在底层代码里崩溃了；逐步缩小输入，直到不再崩溃为止。",
        Verdict.UNSUPPORTED_VALUE: "请返回数、数组，或由它们组成的列表、元组、字典。",
        Verdict.TOO_SLOW: "数值是对的，把内层循环换成数组运算即可。",
        Verdict.SKIPPED_NO_GPU: "换一台有 GPU 的机器再运行一次。",
        Verdict.SKIPPED_MISSING_DEPENDENCY: "`grade doctor` 会告诉你该装什么。",
        Verdict.GRADER_ERROR: "这是题目或评分程序的错，请反馈给我们。",
    },
)


def words(lang: str) -> Words:
    """The words of `lang`: Chinese for `zh`, English for anything else."""
    return CHINESE if lang == "zh" else ENGLISH
