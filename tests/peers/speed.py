"""Times the program beside its peers in one run and prints the ratios.

    tests/peers/speed.sh PROGRAM

Processor time of each run (its own and that of what it started), so that other
work on the machine hardly counts; program and peer by turns, the median of the
ratios of neighbouring runs. The peers that are libraries are timed without their
start and imports, the program with its own; scikit-learn as a process too.
Instructions are counted by
callgrind: they are the same on a busy machine.
"""

import json
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import arborparser
import numpy
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

PROGRAM = sys.argv[1]
SEEDS = pathlib.Path(__file__).resolve().parents[2] / "seeds"
SOUND = ["central", "weihai", "taizhou", "guangzhou"]
DIFF = [PROGRAM, "diff", "central", "weihai"]
RUNS = 41
TFIDF = """
import json, sys
from sklearn.feature_extraction.text import TfidfVectorizer
reference, local = json.load(open(sys.argv[1], encoding="utf-8"))
rows = TfidfVectorizer(analyzer="char", ngram_range=(2, 3)).fit_transform(reference + local)
print((rows[: len(reference)] @ rows[len(reference) :].T).toarray().argmax(axis=1).tolist())
"""
ENVIRONMENT = os.environ | {"LC_ALL": "C.UTF-8"}


def command(*arguments):
    def run():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return run


def library(work):
    def run():
        start = time.process_time()
        work()
        return time.process_time() - start

    return run


def ratio(ours, theirs, runs=RUNS):
    """Median seconds of both, and the median of peer / program."""
    pairs = [(ours(), theirs()) for _ in range(runs)]
    mine, other = (statistics.median(times) for times in zip(*pairs))
    return mine, other, statistics.median(their / our for our, their in pairs)


def instructions(*arguments):
    with tempfile.NamedTemporaryFile() as out:
        found = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", *arguments],
            capture_output=True,
            text=True,
        )
    count = re.search(r"Collected : (\d+)", found.stderr)
    return int(count[1])


def clauses():
    compared = json.loads(subprocess.run([*DIFF, "--format", "json"], capture_output=True, check=True).stdout)
    return [clause["text"] for clause in compared["clauses"]], [local["text"] for local in compared["locals"]]


def show(what, peer, times, shown="{:.3g} × as long as the peer", upside_down=True):
    ours, theirs, peer_by_ours = times
    value = 1 / peer_by_ours if upside_down else peer_by_ours
    print(f"| {what} | {ours * 1e3:.1f} ms | {peer} | {theirs * 1e3:.1f} ms | {shown.format(value)} |")


def main():
    central, weihai = (str(SEEDS / f"{name}.txt") for name in ("central", "weihai"))
    reference, local = clauses()

    def tfidf():
        vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(2, 3))
        rows = vectorizer.fit_transform(reference + local)
        return (rows[: len(reference)] @ rows[len(reference) :].T).toarray().argmax(axis=1)

    def edit():
        return process.cdist(reference, local, scorer=fuzz.partial_ratio, dtype=numpy.float32, workers=1).argmax(axis=1)

    print("| the program | takes | the peer | takes | ratio |\n|---|---:|---|---:|---|")
    git = command("git", "diff", "--no-index", "--word-diff", central, weihai)
    times = ratio(command(*DIFF), git)
    show("`plan diff central weihai`, whole process", "`git diff --no-index --word-diff`, whole process", times)
    faster = "{:.3g} × as fast as the peer"
    times = ratio(command(*DIFF), library(tfidf), 11)
    show("the same", "scikit-learn, TF-IDF of 2 and 3 characters over the same clauses", times, faster, False)
    with tempfile.TemporaryDirectory() as folder:
        texts = pathlib.Path(folder) / "clauses.json"
        texts.write_text(json.dumps([reference, local]), encoding="utf-8")
        whole = command(sys.executable, "-c", TFIDF, str(texts))
        show("the same", "the same, whole process: start, imports, work", ratio(command(*DIFF), whole, 5), faster, False)
    times = ratio(command(*DIFF), library(edit), 5)
    show("the same", "rapidfuzz, `partial_ratio` of the same clauses", times, faster, False)

    start, empty, _ = times = ratio(command(PROGRAM, "--version"), command("true"))
    print(f"| `plan --version` | {start * 1e3:.1f} ms | `true`, an empty program | {empty * 1e3:.1f} ms | {(start - empty) * 1e3:.1f} ms more |")

    sound = "".join((SEEDS / f"{name}.txt").read_text(encoding="utf-8") for name in SOUND)
    patterns = [
        arborparser.CHINESE_CHAPTER_PATTERN_BUILDER.modify(prefix_regex=before, suffix_regex=after).build()
        for before, after in [(r"", r"、"), (r"（", r"）")]
    ]
    parser = arborparser.ChainParser(patterns)

    def arbor():
        return arborparser.TreeBuilder().build_tree(parser.parse_to_chain(sound))

    with tempfile.TemporaryDirectory() as folder:
        large = pathlib.Path(folder) / "large.txt"
        copies = (16 << 20) // len(sound.encode()) + 1
        large.write_text(sound * copies, encoding="utf-8")
        check = command(PROGRAM, "check", "--exit-zero", str(large))
        times = ratio(check, command("wc", "-m", str(large)), 5)
        megabytes = large.stat().st_size >> 20
        show(f"`plan check` of {megabytes} MB, trees, tasks and notices", "`wc -m` of the same", times)
        times = ratio(check, lambda: library(arbor)() * copies, 3)
        show("the same", "arborparser, chapters and sections of the same", times)

    print("\n| counted by callgrind | instructions |\n|---|---:|")
    for what, arguments in [
        ("`plan diff central weihai`", DIFF),
        ("`plan check weihai.txt`", [PROGRAM, "check", "--exit-zero", weihai]),
        ("`plan --version`", [PROGRAM, "--version"]),
    ]:
        print(f"| {what} | {instructions(*arguments) / 1e6:.1f} million |")


main()
