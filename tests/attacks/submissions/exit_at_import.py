"""Ends the process while the file is loaded.

exercise: mse
verdict: early_exit
point: 3b
"""

import os

os._exit(0)
