"""Raises from code that claims to be another file and another line.

exercise: mse
verdict: raised
point: 7
"""

def mse(y, y_hat):
    exec(compile("\n" * 100000 + "raise ValueError('from elsewhere')", "/etc/passwd", "exec"))
