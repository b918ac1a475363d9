"""Holds `plan.document/1` and `plan.alignment/1` to what they promise, knowing
nothing of the program: spans tile the text, every text is the bytes of its span,
ids tell one thing apart from all others, responsibilities name tasks that are
there, the units of a task are those of the entries that cover it, links are told
on both sides, and a gap is what has none.

usage: forms.py FILE…   (exported documents)
"""

import json
import re
import sys

# The path of printed ordinals; a annex, b bullet, h heading, p paragraph, r line
# of units, s sentence, t title, x box, 0 front matter, z what follows the end.
PART = r"(0|z|t|h|[1-9]\d*|[abprsx]\d+)(~\d+)?"
ID = re.compile(rf"{PART}(\.{PART})*")
ROLES = ["lead", "support", "responsible"]


class Checker:
    def __init__(self, form):
        assert form["schema"] == "plan.document/1"
        self.text = form["text"].encode()
        self.lines = [0] + [at + 1 for at, byte in enumerate(self.text) if byte == 0x0A]
        self.ids = set()
        self.nodes = {}
        self.parents = {}
        self.entries = []

    def span(self, span, text=None, inside=None):
        start, end = span["start"], span["end"]
        assert 0 <= start <= end <= len(self.text), span
        found = self.text[start:end].decode()
        assert text is None or found == text, (span, found, text)
        assert inside is None or (inside["start"] <= start and end <= inside["end"]), (span, inside)
        line = span["line"]
        begin = self.lines[line - 1]
        assert begin <= start and (line == len(self.lines) or start < self.lines[line]), span
        assert len(self.text[begin:start].decode()) + 1 == span["column"], span

    def once(self, id):
        assert ID.fullmatch(id), id
        assert id not in self.ids, id
        self.ids.add(id)

    def node(self, node, parent):
        self.once(node["id"])
        self.nodes[node["id"]] = node
        self.parents[node["id"]] = parent and parent["id"]
        span = node["span"]
        self.span(span, inside=parent and parent["span"])
        at = span["start"]
        if node["num"]:
            self.span(node["num"]["span"], node["num"]["text"], span)
            assert node["num"]["span"]["start"] >= at
            at = node["num"]["span"]["end"]
        if node["heading"]:
            self.span(node["heading"]["span"], node["heading"]["text"], span)
            assert node["heading"]["span"]["start"] >= at
        if node["recovered"]:
            assert node["recovered"]["by"] in ["text", "guide"]
            assert 0 <= node["recovered"]["confidence"] <= 1
        for clause in node["clauses"]:
            self.clause(clause, node)
        for entry in node["responsibilities"]:
            self.entries.append((node, entry))
        assert ("units" in node) == node["task"], node["id"]
        self.tiles(node["children"], None, span["end"])
        own_end = node["children"][0]["span"]["start"] if node["children"] else span["end"]
        assert all(c["span"]["end"] <= own_end for c in node["clauses"]), node["id"]
        for child in node["children"]:
            self.node(child, node)

    def tiles(self, nodes, start, end):
        """Each begins where the one before ends; the last ends with the parent."""
        for node in nodes:
            assert start is None or node["span"]["start"] == start, (node["id"], start)
            start = node["span"]["end"]
        assert not nodes or start == end, (nodes[-1]["id"], start, end)

    def clause(self, clause, node):
        self.once(clause["id"])
        assert clause["id"].rsplit(".", 1)[0] == node["id"], (clause["id"], node["id"])
        self.span(clause["span"], clause["text"], node["span"])
        assert clause["text"] == clause["text"].strip() != "", clause
        assert (clause["kind"] == "heading") == bool(re.search(r"\.h(~\d+)?$|(^|\.)t\.h$", clause["id"])), clause["id"]
        assert list(clause["applicability"]) and set(clause["applicability"]) == {"province", "city", "county"}
        for named in clause["instruments"]:
            self.span(named["span"], named["title"], clause["span"])
        for limit in clause["deadlines"]:
            self.span(limit["span"], limit["text"], clause["span"])

    def responsibility(self, node, entry):
        # A rule stated once for many tasks names its units elsewhere.
        self.span(entry["label"]["span"], entry["label"]["text"])
        assert entry["role"] in ROLES and entry["units"] and entry["covers"], entry
        for unit in entry["units"]:
            self.span(unit["span"])
            assert unit["name"].strip(), entry
        for covered in entry["covers"]:
            assert covered in self.nodes, covered
        if node["kind"] == "responsibility":
            holder = self.parents[node["id"]]
            for covered in entry["covers"]:
                above = covered
                while above is not None and above != holder:
                    above = self.parents[above]
                assert above == holder, (node["id"], covered)

    def units(self):
        """The units that each task has by the entries that cover it, in order."""
        for id, node in self.nodes.items():
            if not node["task"]:
                continue
            for role in ROLES:
                covering = [entry for _, entry in self.entries if entry["role"] == role and id in entry["covers"]]
                told = dict.fromkeys(unit["name"] for entry in covering for unit in entry["units"])
                assert node["units"][role] == list(told), (id, role, node["units"][role], list(told))


def checked(form):
    """What was checked, in words; raises where a promise is not kept."""
    checker = Checker(form)
    tops = form["nodes"]
    checker.tiles(tops, 0, len(checker.text))
    for node in tops:
        checker.node(node, None)
    for node, entry in checker.entries:
        checker.responsibility(node, entry)
    checker.units()
    for found in form["diagnostics"]:
        checker.span(found["span"])
        assert found["node"] is None or found["node"] in checker.nodes, found
    clauses = len(checker.ids) - len(checker.nodes)
    return f"{len(checker.nodes)} nodes, {clauses} clauses, {len(checker.entries)} lists of units kept their promises"


def clauses(nodes):
    for node in nodes:
        yield from ((clause, node) for clause in node["clauses"])
        yield from clauses(node["children"])


def aligned(form, reference, local):
    """As `checked`, of an alignment of two exported documents."""
    assert form["schema"] == "plan.alignment/1"
    for side, document in [("reference", reference), ("local", local)]:
        head = document["document"]
        told = {"id": head["id"], "title": head["title"], "level": head["level"], "sha256": head["source"]["sha256"]}
        assert form[side] == told, side
    for here, there in [(form["clauses"], reference), (form["locals"], local)]:
        known = [clause for clause, _ in clauses(there["nodes"])]
        for name in ["id", "text", "span"]:
            assert [one[name] for one in here] == [one[name] for one in known], name
    locals_ = {one["id"]: one for one in form["locals"]}
    forth = set()
    for clause in form["clauses"]:
        assert (clause["status"] == "gap") == (not clause["links"]), clause["id"]
        assert clause["topic_only"] <= (clause["status"] == "gap"), clause["id"]
        assert len(clause["nearest"]) <= (0 if clause["links"] else 3), clause["id"]
        assert 0 <= clause["coverage"] <= 1 and clause["applicability"]["value"]
        for link in clause["links"]:
            assert 0 <= link["confidence"] <= 1 and link["local"] in locals_
            assert link["wording"] in ["verbatim", "adapted"] and link["scope"] in ["whole", "part", "wider"]
            assert link["force"] in ["stronger", "same", "weaker", "execution"]
            forth.add((clause["id"], link["local"], link["confidence"]))
        assert all(near["local"] in locals_ for near in clause["nearest"])
    back = {(link["clause"], one["id"], link["confidence"]) for one in form["locals"] for link in one["links"]}
    assert forth == back, sorted(forth ^ back)[:3]
    kinds = {"measure": "task"}
    for (clause, _), one in zip(clauses(local["nodes"]), form["locals"]):
        assert one["kind"] == kinds.get(clause["kind"], clause["kind"]), one["id"]
        assert (one["origin"] is None) == (one["kind"] != "task"), one["id"]
    counted = [
        one
        for one in form["clauses"]
        if one["kind"] == "measure" and one["applicability"]["value"] in ["local", "mixed"]
    ]
    total, apart = form["summary"]["total"], form["summary"]["organisation"]
    assert len(counted) == total["counted"] + apart["counted"]
    covered = sum(one["status"] == "covered" for one in counted)
    assert covered == total["covered"] + apart["covered"]
    return f"{len(form['clauses'])} clauses, {len(forth)} links told on both sides"


if __name__ == "__main__":
    for place in sys.argv[1:]:
        with open(place, encoding="utf-8") as file:
            print(f"{place}: {checked(json.load(file))}")
