def epsilon_greedy(q_values, epsilon, u, random_action):
    if u < epsilon:
        return int(random_action)
    best = 0
    for action in range(1, len(q_values)):
        if q_values[action] > q_values[best]:
            best = action
    return best
