"""Wrong answers to fgsm that people really give."""

import numpy as np

from grader.checks import misconception


def floating(x):
    """x as a new array of floats."""
    return x.astype(x.dtype if x.dtype.kind == "f" else np.float64)


@misconception(
    "gradient-without-sign",
    entry="AD1",
    en="Your step is epsilon times the gradient itself. FGSM uses only its sign, so that every element moves equally "
    "far.",
    zh="你的步子是 epsilon 乘梯度本身。FGSM 只用梯度的符号，让每个元素移动得一样远。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * grad.astype(x.dtype), low, high)


@misconception(
    "downhill",
    entry="AD1",
    en="Your step goes against the gradient, as in training: the loss falls, and the model becomes surer. The attack "
    "goes with the gradient.",
    zh="你像训练时那样逆着梯度走：损失下降，模型反而更有把握。攻击要顺着梯度走。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x - epsilon * np.sign(grad).astype(x.dtype), low, high)


@misconception(
    "no-clipping",
    entry="AD2",
    en="Your result leaves the range of valid inputs: it was not clipped.",
    zh="你的结果超出了合法输入的范围：没有裁剪。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return x + epsilon * np.sign(grad).astype(x.dtype)


@misconception(
    "clips-the-step",
    entry="AD2",
    en="You clipped the step, not the sum: steps downwards are cut to low, and x plus a step still leaves the range.",
    zh="你裁剪的是步子，而不是相加的结果：向下的步子被截成了 low，而 x 加上步子之后仍会超出范围。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return x + np.clip(epsilon * np.sign(grad).astype(x.dtype), low, high)


@misconception(
    "clips-before-the-step",
    entry="AD2",
    en="You clipped x before the step. The sum can leave the range again: clipping comes last.",
    zh="你在加步子之前就裁剪了 x，相加之后又会超出范围。裁剪要放在最后。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = np.clip(floating(x), low, high)
    return x + epsilon * np.sign(grad).astype(x.dtype)


@misconception(
    "clips-above-only",
    entry="AD2",
    en="Your result is limited by high, but not by low.",
    zh="你的结果只受 high 限制，没有受 low 限制。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.minimum(x + epsilon * np.sign(grad).astype(x.dtype), high)


@misconception(
    "range-always-zero-to-one",
    entry="X04",
    en="Your result always lies between 0 and 1, whatever low and high are.",
    zh="不论 low、high 是多少，你的结果总是限制在 0 到 1 之间。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * np.sign(grad).astype(x.dtype), 0.0, 1.0)


@misconception(
    "default-range-from-minus-one",
    entry="",
    en="Without low and high, your range is -1 to 1. By default it is 0 to 1.",
    zh="不传 low、high 时，你的范围是 -1 到 1。默认应为 0 到 1。",
)
def fgsm(x, grad, epsilon, low=-1.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * np.sign(grad).astype(x.dtype), low, high)


@misconception(
    "epsilon-in-other-units",
    entry="AD3",
    en="You divided epsilon by 255. It is in the units of x already.",
    zh="你把 epsilon 除以了 255。它的单位已经与 x 相同。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon / 255 * np.sign(grad).astype(x.dtype), low, high)


@misconception(
    "epsilon-times-range",
    entry="AD3",
    en="You multiplied epsilon by the width of the range, high - low. It is in the units of x already.",
    zh="你把 epsilon 乘了范围的宽度 high - low。它的单位已经与 x 相同。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * (high - low) * np.sign(grad).astype(x.dtype), low, high)


@misconception(
    "zero-counts-as-positive",
    entry="",
    en="Elements with gradient 0 move up in your result. They have no direction: the sign of 0 is 0.",
    zh="梯度为 0 的元素，在你的结果里也往上移动了。它们没有方向：0 的符号是 0。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * np.where(grad >= 0, 1, -1).astype(x.dtype), low, high)


@misconception(
    "zero-counts-as-negative",
    entry="",
    en="Elements with gradient 0 move down in your result. They have no direction: the sign of 0 is 0.",
    zh="梯度为 0 的元素，在你的结果里往下移动了。它们没有方向：0 的符号是 0。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * np.where(grad > 0, 1, -1).astype(x.dtype), low, high)


@misconception(
    "sign-by-division",
    entry="",
    en="You divide the gradient by its absolute value: where it is 0, that is 0/0.",
    zh="你用梯度除以它的绝对值来求符号：梯度为 0 时就成了 0/0。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * (grad / np.abs(grad)).astype(x.dtype), low, high)


@misconception(
    "small-gradients-lost",
    entry="",
    en="Your sign is the gradient divided by its absolute value plus a small number: small gradients hardly move "
    "anything.",
    zh="你用梯度除以“绝对值加一个小数”来求符号：梯度很小的元素几乎不动。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * (grad / (np.abs(grad) + 1e-8)).astype(x.dtype), low, high)


@misconception(
    "divided-by-the-norm",
    entry="AD1",
    en="Your step is the gradient divided by its norm: epsilon is the length of the whole step. In FGSM each element "
    "moves by epsilon.",
    zh="你的步子是梯度除以它的范数，于是整步的长度才是 epsilon。FGSM 里每个元素都移动 epsilon。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * (grad / np.linalg.norm(grad)).astype(x.dtype), low, high)


@misconception(
    "step-alone",
    entry="",
    en="You returned the step without x. The adversarial example is x plus the step.",
    zh="你只返回了步子，没有加上 x。对抗样本是 x 加上步子。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    return np.clip(epsilon * np.sign(grad).astype(floating(x).dtype), low, high)


@misconception(
    "sign-of-x",
    entry="",
    en="Your step follows the sign of x. It should follow the sign of the gradient.",
    zh="你的步子用的是 x 的符号，应该用梯度的符号。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = floating(x)
    return np.clip(x + epsilon * np.sign(x), low, high)


@misconception(
    "changes-in-place",
    entry="X02",
    en="You wrote into the caller's array: `+=` and `out=` change x in place.",
    zh="你把结果写进了调用者的数组：`+=` 和 `out=` 会原地修改 x。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x += epsilon * np.sign(grad)
    return np.clip(x, low, high, out=x)


@misconception(
    "bytes-wrap",
    entry="W06",
    en="Your sum has the dtype of the image. In uint8, 250 + 7 is 1, not 257, and fractions are cut off: convert x to "
    "floating point first.",
    zh="你的和沿用了图像的 dtype。在 uint8 里，250 + 7 等于 1 而不是 257，小数也会丢掉：应先把 x 转成浮点数。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    step = (
        (epsilon * np.sign(grad)).astype(np.int64).astype(x.dtype) if x.dtype.kind != "f" else np.sign(grad) * epsilon
    )
    return np.clip(x + step, low, high)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result has the integer dtype of x, so that its fractions are cut off. Integers are computed as float64.",
    zh="你的结果沿用了 x 的整数 dtype，小数部分被截掉了。整数应按 float64 计算。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    return np.clip(x + epsilon * np.sign(grad), low, high).astype(x.dtype)


@misconception(
    "becomes-float64",
    entry="X16",
    en="Your result is float64 for float32 input: `np.where` with 1.0 and -1.0 makes float64 signs. The result keeps "
    "the dtype of x.",
    zh="输入是 float32，你的结果却成了 float64：`np.where` 里写 1.0 和 -1.0，得到的符号是 float64。结果应保持 x 的 "
    "dtype。",
)
def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    signs = np.where(grad > 0, 1.0, np.where(grad < 0, -1.0, 0.0))
    return np.clip(x + epsilon * signs, low, high)
