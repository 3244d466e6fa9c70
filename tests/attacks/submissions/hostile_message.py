"""Raises with terminal, markup, workflow and bidi text in the message and the class name.

exercise: mse
verdict: raised
point: 14
"""

def mse(y, y_hat):
    name = "</td><script>alert(1)</script>"
    text = "\x1b[2J\x1b]0;owned\x07 [bold red]full marks[/] ::error::x \u202e\u2066 \ud800 =cmd|' /C calc'!A0 " + "y" * 100000
    raise type(name, (Exception,), {})(text)
