#!/usr/bin/env python3
"""Learns to play a scenario through `thirdpole-lab serve`: the cross-entropy method over how much
each action is liked. Usage: learn.py PROGRAM SCENARIO [ROUNDS] [OPTION...]

Opponents that look ahead take their time: with --seat all=reflex a round takes seconds."""
import json
import random
import subprocess
import sys
import time

GAMES, BEST = 16, 4  # in a round, and those that the next round learns from


def hear(lab):
    line = lab.stdout.readline()
    if not line:  # it has said why
        sys.exit(lab.wait() or 1)
    return json.loads(line)


def ask(lab, **request):
    lab.stdin.write(json.dumps(request) + "\n")
    lab.stdin.flush()
    return hear(lab)


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


def play_round(lab, tastes, name):
    """Says on a terminal how far it is, and elsewhere, once, how long a round takes."""
    games, began = [], time.monotonic()
    for number, taste in enumerate(tastes):
        games.append(play(lab, number, taste))
        left = (time.monotonic() - began) / len(games) * (GAMES - len(games))
        if sys.stderr.isatty():
            done = f"{name}: {len(games)} of {GAMES} games, {left:.0f} s left"
            print(f"\r{done if left else '':60}", end="\r", file=sys.stderr, flush=True)
        elif name == "round 1" and number == 0:
            print(f"{name}: a game is played, {left:.0f} s for the others", file=sys.stderr, flush=True)
    return games


def main(program, scenario, rounds="10", *options):
    pipe, chance = subprocess.PIPE, random.Random(1)
    words = [program, "serve", scenario, *options]
    lab = subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True)
    actions = [action["id"] for action in hear(lab)["actions"]]
    mean, spread = dict.fromkeys(actions, 0.0), dict.fromkeys(actions, 1.0)
    for i in range(int(rounds)):
        tastes = [{a: chance.gauss(mean[a], spread[a]) for a in actions} for _ in range(GAMES)]
        games = play_round(lab, tastes, f"round {i + 1}")
        best = sorted(range(GAMES), key=lambda k: games[k][0])[-BEST:]
        for a in actions:
            liked = [tastes[k][a] for k in best]
            mean[a] = sum(liked) / BEST
            spread[a] = 0.1 + (sum((x - mean[a]) ** 2 for x in liked) / BEST) ** 0.5
        paid, won = map(sum, zip(*games))
        print(f"round {i + 1}: reward {paid / GAMES:.2f}, {won} of {GAMES} won", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
