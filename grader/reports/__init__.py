"""Results for readers and machines: each report is a pure function of `Graded` records."""
