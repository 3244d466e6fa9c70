"""Arguments on which the two stacks are compared: every function that both have, in several shapes."""
