"""Never gets through its import.

exercise: mse
verdict: timeout
point: 10
"""

while True:
    pass
