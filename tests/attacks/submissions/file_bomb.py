"""Writes small files without end.

exercise: mse
verdict: crashed|timeout|raised
point: 3
"""

def mse(y, y_hat):
    number = 0
    while True:
        number += 1
        with open(f"file-{number}", "w") as file:
            file.write("x" * 4096)
