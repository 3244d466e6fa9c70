"""Writes large files without end.

exercise: mse
verdict: crashed|timeout|raised
point: 3
"""

def mse(y, y_hat):
    number = 0
    while True:
        number += 1
        try:
            with open(f"large-{number}", "wb") as file:
                while True:
                    file.write(b"x" * (1 << 20))
        except OSError:
            pass
