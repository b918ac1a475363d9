"""Reads every exported form with the programs that researchers use, finds the
figures of `plan coverage` again in the tables, and runs the codebook's question.

usage: research.py PLAN   (the program; needs pandas, pyarrow, networkx, lxml and R)
"""

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import networkx
import pandas
import pyarrow.parquet
from lxml import etree

from forms import aligned, checked

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


def read_parquet(folder, tables):
    """The same tables from Parquet, with the types that the package tells."""
    package = json.loads((folder / "datapackage.json").read_text())
    types = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool"}
    for resource in package["resources"]:
        read = pyarrow.parquet.read_table(folder / resource["path"])
        told = [(field["name"], types[field["type"]]) for field in resource["schema"]["fields"]]
        assert [(field.name, str(field.type)) for field in read.schema] == told, resource["name"]
        origin = json.loads(read.schema.metadata[b"plan"])
        assert origin == {name: package[name] for name in ["program", "sources", "decisions"]}
        table = pandas.read_parquet(folder / resource["path"], dtype_backend="numpy_nullable")
        pandas.testing.assert_frame_equal(table, tables[resource["name"]])
    print(f"parquet: {len(package['resources'])} tables, the same as in CSV")


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


def given_to_units(tables):
    """What `plan coverage` counts as covered or partial, divided by whether a
    task that names units takes it up; for the cities that name units."""
    printed = json.loads(run("coverage", "central", "--format", "json"))
    links = tables["links"].merge(
        tables["responsibilities"], left_on=["local", "local_task"], right_on=["document", "task"]
    )
    for local in ["weihai", "taizhou"]:
        rows = tables["statuses"][tables["statuses"].local == local]
        rows = rows[rows.counted & ~rows.organisation & (rows.status != "gap")]
        linked = tables["links"][tables["links"].local == local].clause
        assert rows.clause.isin(linked).all(), "a clause that is taken up has a link"
        given = rows.clause.isin(links[links.local == local].clause)
        shown = next(one for one in printed["locals"] if one["id"] == local)
        assert given.sum() + (~given).sum() == shown["summary"]["total"]["covered_or_partial"]
        print(f"{local}: {len(rows)} measures taken up, {given.sum()} of them by tasks that name units")


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
    """The worked question of the codebook, as it is printed there, in Python and R."""
    page = (ROOT / "CODEBOOK.md").read_text()
    answers = {}
    for language, command, save in [
        ("python", [sys.executable, "-c"], "answer.to_csv('{}', index=False)"),
        ("r", ["Rscript", "-e"], "write.csv(answer, '{}', row.names = FALSE)"),
    ]:
        program = re.search(rf"```{language}\n(.*?)```", page, re.S).group(1)
        assert len(program.strip().splitlines()) <= 10, language
        place = folder / f"{language}.csv"
        subprocess.run(
            [*command, program + save.format(place)],
            cwd=folder,
            check=True,
            capture_output=True,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
        )
        with open(place, newline="", encoding="utf-8") as file:
            answers[language] = sorted(map(tuple, csv.reader(file)))
    assert answers["python"] == answers["r"]
    found = len(answers["r"]) - 1
    told = int(re.search(r"find the same (\d+) pairs", page).group(1))
    assert found == told, f"the codebook says {told}, Python and R find {found}"
    print(f"codebook: Python and R find the same {found} pairs")


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
        given_to_units(tables)
        place = folder / "parquet"
        run("export", *SEEDS, "--with-links", "--format", "parquet", "-o", str(place))
        read_parquet(place, tables)
        codebook(folder)
        run("export", *SEEDS, "-o", str(folder / "nodes.jsonl"))
        lines = pandas.read_json(folder / "nodes.jsonl", lines=True)
        assert len(lines) == len(tables["nodes"])
        documents = {seed: json.loads(run("export", seed)) for seed in SEEDS}
        for seed, document in documents.items():
            print(f"json: {seed}: {checked(document)}")
        for local in LOCALS:
            alignment = json.loads(run("diff", "central", local, "--format", "json"))
            print(f"json: central and {local}: {aligned(alignment, documents['central'], documents[local])}")
        graphs(folder)
        akoma_ntoso(folder, tables["clauses"])


PLAN = str(Path(sys.argv[1]).resolve())
main()
