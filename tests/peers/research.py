"""Reads every exported form with the programs that researchers use, and finds
the figures of `plan coverage` again in the tables.

usage: research.py PLAN   (the program; needs pandas, pyarrow, networkx, lxml)
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import networkx
import pandas
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ["central", "weihai", "taizhou", "guangzhou", "shanghai"]
LOCALS = SEEDS[1:]


def run(*arguments):
    done = subprocess.run([PLAN, *arguments], check=True, capture_output=True)
    return done.stdout.decode()


def read_csv(folder):
    """The tables as their data package describes them."""
    package = json.loads((folder / "datapackage.json").read_text())
    types = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
    tables = {}
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        table = pandas.read_csv(
            folder / resource["path"],
            dtype={field["name"]: types[field["type"]] for field in fields},
            keep_default_na=False,
            na_values=[""],
        )
        assert list(table.columns) == [field["name"] for field in fields], resource["name"]
        for field in fields:
            codes = field.get("constraints", {}).get("enum")
            if codes:
                strange = set(table[field["name"]].dropna()) - set(codes)
                assert not strange, (resource["name"], field["name"], strange)
        key = resource["schema"].get("primaryKey")
        if key:
            assert not table.duplicated(key).any(), (resource["name"], key)
        tables[resource["name"]] = table
    for resource in package["resources"]:
        for foreign in resource["schema"].get("foreignKeys", []):
            there = tables[foreign["reference"]["resource"]][foreign["reference"]["fields"]]
            here = tables[resource["name"]][foreign["fields"]].dropna()
            known = set(there.itertuples(index=False, name=None))
            lost = set(here.itertuples(index=False, name=None)) - known
            assert not lost, (resource["name"], foreign, sorted(lost)[:3])
    sources = {source["id"]: source["sha256"] for source in package["sources"]}
    assert sorted(sources) == sorted(SEEDS) and all(re.fullmatch("[0-9a-f]{64}", s) for s in sources.values())
    return tables


def coverage_again(statuses):
    """The counts of `plan coverage central`, found in the table of statuses."""
    printed = json.loads(run("coverage", "central", "--format", "json"))
    compared = 0
    for local in printed["locals"]:
        rows = statuses[(statuses.local == local["id"]) & (statuses.kind == "measure")]
        for part, apart in [("total", False), ("organisation", True)]:
            counted = rows[rows.counted & (rows.organisation == apart)]
            covered = (counted.status == "covered").sum()
            partial = (counted.status == "partial").sum()
            topic = ((counted.status == "gap") & counted.topic_only).sum()
            found = [len(counted), covered, covered + partial, covered + partial + topic]
            names = ["counted", "covered", "covered_or_partial", "covered_partial_or_topic_only"]
            shown = [local["summary"][part][name] for name in names]
            assert [int(n) for n in found] == shown, (local["id"], part, found, shown)
            compared += 1
    assert compared == 2 * len(LOCALS)
    print(f"coverage: {4 * compared} figures of {len(LOCALS)} cities found again")


def joined(tables):
    """Links joined to the units of the tasks that take the clauses up."""
    units = tables["links"].merge(
        tables["responsibilities"],
        left_on=["local", "local_task"],
        right_on=["document", "task"],
    )
    assert set(units.local) == {"weihai", "taizhou"}, set(units.local)
    alignment = json.loads(run("diff", "central", "weihai", "--format", "json"))
    links = sum(len(clause["links"]) for clause in alignment["clauses"])
    assert (tables["links"].local == "weihai").sum() == links
    leads = units[units.role == "lead"]
    print(f"links joined to units: {len(units)} rows, {leads.unit.nunique()} units lead")


def codebook(folder):
    """The worked question of the codebook, as it is printed there."""
    program = re.search(r"```python\n(.*?)```", (ROOT / "CODEBOOK.md").read_text(), re.S).group(1)
    assert len(program.strip().splitlines()) <= 10
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder.parent, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip(), "the codebook's question has no answer"
    print(done.stdout)


def graphs(folder):
    place = folder / "plans.graphml"
    run("export", *LOCALS, "--with-links", "-o", str(place))
    graph = networkx.read_graphml(place)
    kinds = networkx.get_node_attributes(graph, "kind")
    relations = [data["relation"] for _, _, data in graph.edges(data=True)]
    assert set(kinds.values()) == {"unit", "task", "clause"}, set(kinds.values())
    assert {"lead", "support", "link"} <= set(relations)
    for start, end, data in graph.edges(data=True):
        expected = "clause" if data["relation"] == "link" else "unit"
        assert kinds[start] == expected and kinds[end] != "unit", (start, end)
    assert len(json.loads(graph.graph["sources"])) == len(SEEDS)
    print(f"graphml: {len(graph)} vertices, {len(relations)} edges")


def akoma_ntoso(folder, clauses):
    schema = etree.XMLSchema(file=str(ROOT / "fixtures/schema/akomantoso30.xsd"))
    name = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
    for seed in SEEDS:
        place = folder / f"{seed}.xml"
        run("export", seed, "--format", "akn", "-o", str(place))
        tree = etree.parse(str(place))
        schema.assertValid(tree)
        ids = tree.xpath("//@eId")
        assert len(ids) == len(set(ids)), seed
        mine = clauses[clauses.document == seed]
        assert set(mine.eid) <= set(ids), (seed, sorted(set(mine.eid) - set(ids))[:3])
        texts = {node.get("eId"): "".join(node.itertext()) for node in tree.iter() if node.get("eId")}
        for row in mine.itertuples():
            assert texts[row.eid] == row.text, (seed, row.clause)
        print(f"akn: {seed} valid, {len(ids)} eIds, {len(tree.findall('.//' + name + 'organization'))} units marked")


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        place = folder / "tables"
        run("export", *SEEDS, "--with-links", "--format", "csv", "-o", str(place))
        tables = read_csv(place)
        print("csv:", ", ".join(f"{name} {len(table)}" for name, table in tables.items()))
        coverage_again(tables["statuses"])
        joined(tables)
        codebook(place)
        run("export", *SEEDS, "-o", str(folder / "nodes.jsonl"))
        lines = pandas.read_json(folder / "nodes.jsonl", lines=True)
        assert len(lines) == len(tables["nodes"])
        graphs(folder)
        akoma_ntoso(folder, tables["clauses"])


PLAN = str(Path(sys.argv[1]).resolve())
main()
