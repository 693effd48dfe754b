"""Reads transcripts with the program's own tests and writes what became of them beside what a plain count of the file says."""
import json
import os
import re
import subprocess
import sys
import tempfile

program, testdata, out = sys.argv[1:4]

HEAD = """# Transcripts that were tried

Made by `scripts/transcripts` over real transcripts and damaged ones that lie outside this repository. *Times in the file* is a plain
count of what has a time in it (lines with `-->`, JSON segments, rows), made without the program; it may be more than *turns*
where a cue has no words or no time that can be read. How each format is read: [transcript-formats.md](transcript-formats.md).

| file | encoding | times in the file | turns | speakers | skipped, by line |
|---|---|---|---|---|---|
"""


def text_of(path):
    data = open(path, "rb").read()
    encoding = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "UTF-8"
    return data.decode("utf-8-sig" if encoding == "UTF-8" else encoding), encoding


def plain_count(path, text):
    if path.endswith(".json"):
        return len(json.loads(text)["segments"])
    lines = text.splitlines()
    if path.endswith(".tsv"):
        return sum(bool(line.strip()) for line in lines[1:])
    timing = sum("-->" in line for line in lines)
    return timing or sum(bool(re.match(r"\[?\d+:\d+", line)) for line in lines)


def imported():
    """What the tests read, by file; none when one of them fails."""
    with tempfile.TemporaryDirectory() as folder:
        answers = os.path.join(folder, "answers.json")
        subprocess.run([program, "--gtest_filter=*HasTheseTurnsAndSpeakers*", "--gtest_output=json:" + answers],
                       check=True, stdout=subprocess.DEVNULL, env={**os.environ, "TERUGBLIK_TESTDATA": testdata})
        suites = json.load(open(answers))["testsuites"]
    return {test["transcript"]: test for suite in suites for test in suite["testsuite"] if "transcript" in test}


def row(name, answer):
    path = os.path.join(testdata, name)
    text, encoding = text_of(path)
    return (f"| {name} | {encoding} | {plain_count(path, text)} | {answer['turns']} | {answer['speakers']} "
            f"| {answer['skipped']} |")


answers = imported()
rows = []
for folder in ("dev/transcripts", "bad"):
    for name in sorted(os.listdir(os.path.join(testdata, folder))):
        if name.endswith((".vtt", ".srt", ".json", ".txt", ".tsv")) and name != "MANIFEST.tsv":
            rows.append(row(f"{folder}/{name}", answers[f"{folder}/{name}"]))
with open(out, "w", encoding="utf-8") as file:
    file.write(HEAD + "\n".join(rows) + "\n")
