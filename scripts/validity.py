"""Writes docs/validity.md: figures of other people's data, as published or as other programs give them, beside ours."""
import csv
import json
import os
import subprocess
import sys
import tempfile

programs, shared, out = sys.argv[1:4]
oracles_path = f"{shared}/oracles/mi-oracles.json"
oracles = json.load(open(oracles_path))
rows = json.loads(subprocess.run([f"{programs}/published_figures", oracles_path], check=True, capture_output=True).stdout)

HEAD = """# Do the numbers hold?

Made by `scripts/validity`. Every figure that the program works out and that others published, or other programs gave over the same
data, beside ours. *Difference* is ours minus theirs, as far as theirs was printed; `0` means: the same to every digit that they give.

The published data sets go through `core/analysis`. AnnoMI and the twelve training conversations go the whole way that a user's data
goes, through the command line: `import-coded`, `rate`, `measures`, `sequence`, `agree`. The tests hold the same figures
(`tests/analysis`, `tests/chain`, `tests/commands`).

"""


def add(source, figure, published, ours):
    rows.append({"source": source, "figure": figure, "published": published, "ours": ours})


class Library:
    def __init__(self, folder, name):
        self.path = os.path.join(folder, name)

    def __call__(self, *arguments):
        command = [f"{programs}/terugblik", *arguments, "--json", "--library", self.path]
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def place(labels, label):
    return labels.index(label)


def annomi_counts(library, imported):
    for quality, expected in oracles["annomi_simple_counts"].items():
        source = f"AnnoMI, simple table, quality {quality} (counted with R)"
        counts = {}
        for one in imported:
            if quality in ("all", one["tags"]["quality"]):
                for code, count in library("measures", one["codings"][0]["coding"])["counts"].items():
                    counts[code] = counts.get(code, 0) + count
        for side in ("therapist", "client"):
            for code, count in expected[side].items():
                add(source, f"{side}: {code}", count, counts[code])


def annomi_transitions(library, imported):
    sides = {"therapist": "professional", "client": "client"}
    for name, figures in oracles["annomi_lag1"].items():
        quality, way = name.split(":")
        given, then = (sides[side] for side in way.split("->"))
        wanted = [one["codings"][0]["coding"] for one in imported if quality in ("all", one["tags"]["quality"])]
        found = library("sequence", *wanted, "--rows", given, "--columns", then)
        source = f"AnnoMI, what came next, quality {quality}, {way} (LagSequential)"
        add(source, "pairs", figures["N"], found["total"])
        for r, row in enumerate(figures["rows"]):
            for c, column in enumerate(figures["cols"]):
                at = place(found["rows"], row), place(found["columns"], column)
                for key, ours in (("freq", "counts"), ("adj_residual", "adjusted_residual"),
                                  ("odds_ratio", "odds_ratio"), ("yules_q", "yules_q")):
                    if key in figures:
                        add(source, f"{row} to {column}: {ours.replace('_', ' ')}", figures[key][r][c], found[ours][at[0]][at[1]])


def annomi_agreement(library, imported):
    codings = [coding["coding"] for one in imported if len(one["codings"]) == 10 for coding in one["codings"]]
    first_two = {coder for one in imported if len(one["codings"]) == 10 for coder in (c["coder"] for c in one["codings"])}
    first_two = sorted(first_two, key=lambda name: int(name.split()[-1]))[:2]
    pair = [coding["coding"] for one in imported if len(one["codings"]) == 10
            for coding in one["codings"] if coding["coder"] in first_two]
    asked = {
        "main_therapist_behaviour": ["--side", "professional"],
        "client_talk_type": ["--side", "client"],
        "question_subtype": ["--side", "professional", "--by", "attribute:question_subtype"],
        "reflection_subtype": ["--side", "professional", "--by", "attribute:reflection_subtype"],
        "therapist_input_subtype": ["--side", "professional", "--by", "attribute:input_subtype"],
        "reflection_exists": ["--side", "professional", "--by", "attribute:reflection_exists"],
        "question_exists": ["--side", "professional", "--by", "attribute:question_exists"],
        "therapist_input_exists": ["--side", "professional", "--by", "attribute:input_exists"],
    }
    # One code against all others; four digits were given.
    one_against_rest = {
        "main_therapist_behaviour": {"reflection": .7293, "question": .8011, "therapist_input": .6549, "other": .7421},
        "client_talk_type": {"change": .5033, "neutral": .4200, "sustain": .5008},
        "question_subtype": {"open": .6918, "closed": .5674},
        "reflection_subtype": {"simple": .2559, "complex": .4532},
        "therapist_input_subtype": {"information": .4689, "advice": .5101, "negotiation": .0878, "options": .1615},
    }
    source = "AnnoMI, ten annotators on seven transcripts (R psych, irr)"
    fleiss = oracles["annomi_fleiss_kappa_7x10"]
    for key, options in asked.items():
        found = library("agree", *codings, *options)
        published = next(value for name, value in fleiss.items() if name.split("(")[0] == key)
        add(source, f"Fleiss' kappa, {key.replace('_', ' ')}", published, found["fleiss_kappa"])
        for code, kappa in one_against_rest.get(key, {}).items():
            add(source, f"Fleiss' kappa, {code.replace('_', ' ')} against the rest", kappa, found["per_code"][code]["fleiss_kappa"])
        if key in oracles["krippendorff_nominal_same_data"]:
            alpha = oracles["krippendorff_nominal_same_data"][key]
            add(source, f"Krippendorff's alpha, {key.replace('_', ' ')}", alpha, found["krippendorff_alpha"])
        if key in oracles["cohen_annotator0_vs_1"]:
            kappa = oracles["cohen_annotator0_vs_1"][key]["kappa"]
            add(source, f"Cohen's kappa of the first two, {key.replace('_', ' ')}", kappa, library("agree", *pair, *options)["cohen_kappa"])


def casaa(library, folder):
    codes = {"GI": "gi", "P": "persuade", "PW": "persuade_with", "Q": "q", "SR": "sr", "CR": "cr", "AF": "af", "SEEK": "seek",
             "EMPH": "emphasize", "CONF": "confront"}
    table = os.path.join(folder, "casaa.csv")
    with open(table, "w", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["conversation", "coder", "time", "end", "speaker", "code", "attributes", "note"])
        for one in oracles["casaa_miti4_gold"]:
            second = 0
            for name, count in one["counts"].items():
                for _ in range(count if name in codes else 0):
                    second += 1
                    lines.writerow([one["title"], "CASAA", second, "", "professional", codes[name], "", ""])
    imported = library("import-coded", table, "--format", "csv", "--codebook", "miti-4.2.1")["conversations"]
    ids = {one["title"]: one["codings"][0]["coding"] for one in imported}
    for one in oracles["casaa_miti4_gold"]:
        coding = ids[one["title"]]
        ratings = {"cultivating": one["CCT"], "softening": one["SST"], "partnership": one["PART"], "empathy": one["EMP"]}
        library("rate", coding, *[f"{key}={value}" for key, value in ratings.items() if value is not None])
        found = library("measures", coding, "--counting", "events")["measures"]
        for name, key, factor in (("technical", "technical", 1), ("relational", "relational", 1), ("pct_CR", "pct_cr", 100),
                                  ("R_Q", "r_to_q", 1), ("MIA", "mia", 1), ("MINA", "mina", 1)):
            value = found[key]["value"]
            add(f"MITI 4, training conversations of CASAA: {one['title']}", name, one[name], None if value is None else value * factor)


def digits(value):
    text = repr(value)
    return len(text.split(".")[1]) if "." in text else 0


def shown(value, places):
    return "n/a" if value is None else f"{value:.{places}f}"


def difference(published, ours):
    if published is None or ours is None:
        return "0" if published is ours else "one is undefined"
    places = digits(published)
    # Half a unit of the last printed digit, and the rounding of a number that lies just between two.
    if abs(ours - published) <= 0.5000001 * 10**-places:
        return "0"
    return f"{ours - published:+.{places + 1}f}"


with tempfile.TemporaryDirectory() as folder:
    simple, full, miti = (Library(folder, f"{name}.terugblik") for name in ("simple", "full", "miti"))
    imported = simple("import-coded", f"{shared}/testdata/annomi/annomi-simple.csv", "--format", "annomi")["conversations"]
    annomi_counts(simple, imported)
    annomi_transitions(simple, imported)
    annomi_agreement(full, full("import-coded", f"{shared}/testdata/annomi/annomi-full.csv", "--format", "annomi")["conversations"])
    casaa(miti, folder)

sources = list(dict.fromkeys(row["source"] for row in rows))
differing = [row for row in rows if difference(row["published"], row["ours"]) != "0"]
with open(out, "w") as file:
    file.write(HEAD)
    file.write(f"{len(rows)} figures from {len(sources)} sources; {len(differing)} differ in a digit that was printed.\n")
    for source in sources:
        file.write(f"\n## {source}\n\n| figure | published | ours | difference |\n|---|---:|---:|---:|\n")
        for row in rows:
            if row["source"] == source:
                published, ours = row["published"], row["ours"]
                places = digits(published) if published is not None else 1
                file.write(f"| {row['figure']} | {shown(published, places)} | {shown(ours, places + 2)} | {difference(published, ours)} |\n")
print(f"{out}: {len(rows)} figures, {len(differing)} differ")
sys.exit(1 if differing else 0)
