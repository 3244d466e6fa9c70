import numpy as np


class Agent:
    """Draws from the probabilities of all actions, with numbers made beforehand in blocks."""

    def __init__(self, shape, alpha, gamma, epsilon, seed):
        self.Q, self.settings, self.epsilon = np.zeros(shape), (alpha, gamma), epsilon
        self.rng = np.random.RandomState(seed)
        self.block = []

    def uniform(self):
        if not self.block:
            self.block = list(self.rng.uniform(size=64))
        return self.block.pop()

    def act(self, s):
        k = self.Q.shape[1]
        weights = np.full(k, self.epsilon / k)
        weights[int(np.argmax(self.Q[s]))] += 1 - self.epsilon
        return min(int(np.searchsorted(np.cumsum(weights), self.uniform(), side="right")), k - 1)

    def learn(self, s, a, r, s_next, done):
        self.Q = q_update(self.Q, s, a, r, s_next, done, *self.settings)


def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    new = Q.copy() if Q.dtype.kind == "f" else Q.astype(np.float64)
    following = 0 if done else new[s_next, np.argmax(new[s_next])]
    new[s, a] -= alpha * (new[s, a] - r - gamma * following)
    return new


def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    agent = Agent((n_states, n_actions), alpha, gamma, epsilon, seed)
    for _ in range(episodes):
        s = reset()
        for _ in range(10_000):
            a = agent.act(s)
            s_next, r, done = step(a)
            agent.learn(s, a, r, s_next, done)
            s = s_next
            if done:
                break
    return agent.Q
