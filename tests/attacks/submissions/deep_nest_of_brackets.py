"""Source so deeply nested that a recursive reader of it dies.

exercise: mse
verdict: raised|crashed
point: 14
"""

mse = 0
