import numpy as np


def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    """The table of action values after one observed step.

    Q       (S, A), the value of every action in every state
    s, a    the state, and the action taken in it
    r       the reward
    s_next  the state that followed
    done    True if the step ended the episode
    alpha   learning rate
    gamma   discount

    Returns a new table (S, A); Q itself stays as it is.
    """
    raise NotImplementedError


def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    """Action values learned by trying.

    reset      reset() begins an episode and returns its first state
    step       step(a) takes action a and returns (next state, reward, done)
    n_states   states are 0 … n_states-1
    n_actions  actions are 0 … n_actions-1
    episodes   number of episodes to play, each until done
    epsilon    probability of a random action
    seed       integer: the random numbers come from it

    Returns Q (n_states, n_actions), which was all zeros before the first step.
    """
    raise NotImplementedError
