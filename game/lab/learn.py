#!/usr/bin/env python3
"""Learns to play a scenario through `thirdpole-lab serve`: the cross-entropy method over how much
each action is liked. Usage: learn.py PROGRAM SCENARIO [ROUNDS] [OPTION...]"""
import json
import random
import subprocess
import sys

GAMES, BEST = 16, 4  # in a round, and those that the next round learns from


def ask(lab, **request):
    lab.stdin.write(json.dumps(request) + "\n")
    lab.stdin.flush()
    return json.loads(lab.stdout.readline())


def play(lab, number, taste):
    """Each turn gives the orders that are liked, best first, while they are allowed."""
    state, paid = ask(lab, do="reset", game=number), 0
    while not state["done"]:
        orders, legal = [], state["legal"]
        while liked := [order for order in legal if taste.get(order, 0) > 0]:
            orders.append(max(liked, key=taste.get))
            legal = ask(lab, do="legal", orders=orders)["legal"]
        state = ask(lab, do="step", orders=orders)
        paid += state["reward"]
    return paid, state["result"] == "victory"


def main(program, scenario, rounds="10", *options):
    pipe, chance = subprocess.PIPE, random.Random(1)
    words = [program, "serve", scenario, *options]
    lab = subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True)
    actions = [action["id"] for action in json.loads(lab.stdout.readline())["actions"]]
    mean, spread = dict.fromkeys(actions, 0.0), dict.fromkeys(actions, 1.0)
    for i in range(int(rounds)):
        tastes = [{a: chance.gauss(mean[a], spread[a]) for a in actions} for _ in range(GAMES)]
        games = [play(lab, number, taste) for number, taste in enumerate(tastes)]
        best = sorted(range(GAMES), key=lambda k: games[k][0])[-BEST:]
        for a in actions:
            liked = [tastes[k][a] for k in best]
            mean[a] = sum(liked) / BEST
            spread[a] = 0.1 + (sum((x - mean[a]) ** 2 for x in liked) / BEST) ** 0.5
        paid, won = map(sum, zip(*games))
        print(f"round {i + 1}: reward {paid / GAMES:.2f}, {won} of {GAMES} won", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
