#!/usr/bin/env python3
"""Scores stories.

score.py STORIES ARTICLES ANSWERS    the labelled set: pairs, B-cubed, languages, reprints, by half
score.py ARTICLES ANSWERS            documents that stand in both languages: how many are joined,
                                     and how often different documents are

STORIES    lines {"id", "story", "half", "kind", "reprintOf"?}
ARTICLES   the lines that were taken in, with "id" and "lang"
ANSWERS    lines {"id", "story", "reprintOf"?}, in the order of ARTICLES
"""
import json
import sys
from collections import Counter, defaultdict
from itertools import combinations


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pairs(gold, found):
    """Precision, recall and F1 over pairs of articles."""

    def count(sizes):
        return sum(n * (n - 1) // 2 for n in sizes.values())

    both = count(Counter((gold[i], found[i]) for i in gold))
    of_found = count(Counter(found[i] for i in gold))
    of_gold = count(Counter(gold.values()))
    precision = both / of_found if of_found else 1.0
    recall = both / of_gold if of_gold else 1.0
    return precision, recall, f1(precision, recall)


def b_cubed(gold, found):
    """The same, averaged over articles."""
    both = Counter((gold[i], found[i]) for i in gold)
    in_found = Counter(found[i] for i in gold)
    in_gold = Counter(gold.values())
    precision = sum(both[gold[i], found[i]] / in_found[found[i]] for i in gold) / len(gold)
    recall = sum(both[gold[i], found[i]] / in_gold[gold[i]] for i in gold) / len(gold)
    return precision, recall, f1(precision, recall)


def languages(gold, found, lang):
    """Stories told in both languages; those of which some story found has both; pairs across."""
    members = defaultdict(list)
    for i, story in gold.items():
        members[story].append(i)
    told = joined = across = met = 0
    for ids in members.values():
        cross = [(a, b) for a, b in combinations(ids, 2) if lang[a] != lang[b]]
        hits = sum(found[a] == found[b] for a, b in cross)
        told += bool(cross)
        joined += bool(hits)
        across += len(cross)
        met += hits
    return told, joined, across, met


def row(name, values):
    print(f"{name:28s}" + "".join(f"{value:9.3f}" for value in values))


def labelled(stories, articles, answers):
    label = {line["id"]: line for line in stories}
    found = {line["id"]: line.get("story", "none " + line["id"]) for line in answers}
    lang = {line["id"]: line["lang"] for line in articles}
    print(f"{len(label)} articles, {len({line['story'] for line in stories})} stories")
    print(f"{'':28s}{'P':>9s}{'R':>9s}{'F1':>9s}")
    for half in ("A", "B", None):
        gold = {i: line["story"] for i, line in label.items() if half in (None, line["half"])}
        name = f"half {half}" if half else "all"
        row("pairs, " + name, pairs(gold, found))
        row("B-cubed, " + name, b_cubed(gold, found))
    gold = {i: line["story"] for i, line in label.items()}
    told, joined, across, met = languages(gold, found, lang)
    print(f"told in both languages: {told} stories, joined {joined} ({joined / told:.3f});"
          f" pairs across {across}, joined {met} ({met / across:.3f})")
    by_kind = defaultdict(list)
    for i, line in label.items():
        mates = [j for j in gold if j != i and gold[j] == gold[i]]
        by_kind[line["kind"]].append(sum(found[i] == found[j] for j in mates) / len(mates))
    for kind, shares in sorted(by_kind.items()):
        print(f"{kind:28s}{sum(shares) / len(shares):9.3f} of its story met, {len(shares)} articles")
    said = {line["id"]: line["reprintOf"] for line in answers if "reprintOf" in line}
    true = {i for i, line in label.items() if "reprintOf" in line}
    right = [i for i in said if i in true and gold.get(said[i]) == gold[i]]
    exact = [i for i in right if said[i] == label[i]["reprintOf"]]
    print(f"reprints: {len(true)}, found {len(right)}, of them the very original {len(exact)};"
          f" wrongly said {len(said) - len(right)}")


def translated(articles, answers):
    found = {(line["id"], line["lang"]): answer["story"] for line, answer in zip(articles, answers)}
    both = [i for i, l in found if l == "ar" and (i, "en") in found]
    joined = sum(found[i, "ar"] == found[i, "en"] for i in both)
    print(f"documents in both languages: {len(both)}, joined {joined}")
    members = defaultdict(set)
    for (i, _), story in found.items():
        members[story].add(i)
    print(f"stories of different documents: {sum(len(ids) > 1 for ids in members.values())}"
          f" of {len(members)}")
    for ids in sorted(map(sorted, members.values())):
        if len(ids) > 1:
            print("  " + " ".join(ids))


if __name__ == "__main__":
    if len(sys.argv) == 4:
        labelled(*map(lines, sys.argv[1:]))
    else:
        translated(*map(lines, sys.argv[1:]))
