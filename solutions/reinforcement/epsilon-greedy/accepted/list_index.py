def epsilon_greedy(q_values, epsilon, u, random_action):
    values = q_values.tolist()
    choices = {False: values.index(max(values)), True: random_action}
    return choices[bool(u < epsilon)]
