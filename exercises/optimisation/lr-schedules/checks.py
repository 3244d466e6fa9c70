"""Public checks of the schedules: the statement's example, and their ends."""

from grader.checks import check, close


@check("gives the six rates of the worked example", zh="算对题目例子中的六个学习率", points=1)
def test_worked_example(submission):
    for step, rates in [(5, (0.4, 0.5, 0.4)), (20, (0.05, 0.2, 0.8))]:
        close(submission.exponential_decay(step, 0.8, 10, 0.25), rates[0], f"exponential_decay at step {step}")
        close(submission.cosine_decay(step, 0.8, 10, 0.25), rates[1], f"cosine_decay at step {step}")
        close(submission.warmup_linear(step, 0.8, 10), rates[2], f"warmup_linear at step {step}")


@check("starts at lr0 where it decays, and at 0 where it warms up", zh="衰减从 lr0 开始，预热从 0 开始", points=1)
def test_first_step(submission):
    close(submission.exponential_decay(0, 0.3, 7, 0.5), 0.3, "exponential_decay")
    close(submission.cosine_decay(0, 0.3, 7), 0.3, "cosine_decay")
    close(submission.warmup_linear(0, 0.3, 7), 0.0, "warmup_linear")
