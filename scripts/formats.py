#!/usr/bin/env python3
"""Tries every recording of the shared test data and writes what came of it as a table.

  formats.py PROGRAM PLAYER TESTDATA OUT

opens:   `terugblik probe`.
plays:   the window's player, on a sound card and a clock that wait for the decoder (PLAYER), from the start to the end.
seeks:   pictures asked for out of order with `terugblik frame`, one program start each, lie in the interval that a straight decode
         from the start (ffprobe, ffmpeg) gives for that moment, and look the same. Sound alone: the last second, cut out with
         `terugblik clip`, is a second long.
reports: `terugblik import`, `code` and `report` make a PDF of it, in a library of its own.
"""
import bisect, concurrent.futures, json, os, re, subprocess, sys, tempfile, threading

PROGRAM, PLAYER, TESTDATA, OUT = sys.argv[1:5]
LIMIT_S = 120
WHOLE_LIMIT_S = 900  # for what goes through a whole recording, of up to some minutes
ALIKE_DB = 25  # pictures of one moment, scaled and converted by different hands; a neighbour is well below
ROUNDING_US = 1100  # Matroska and AVI tell time in milliseconds, and ffprobe prints what it rounded
CODEBOOK = "gespreksvoering-basis"
NOT_MEDIA = (".tsv", ".vtt", ".srt", ".txt", ".json", ".rttm", ".stm", ".eaf", ".csv", ".md", ".xml", ".TextGrid", ".cha", ".boris", ".otr")


def run(*command, limit=LIMIT_S):
    """Exit code, standard output, standard error, largest memory in MiB."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        timer = threading.Timer(limit, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        return process.returncode, out.read().decode(errors="replace"), err.read().decode(errors="replace"), usage.ru_maxrss / 1024


def ours(*arguments):
    code, out, err, memory = run(PROGRAM, *arguments, "--json")
    return code, (json.loads(out) if code == 0 else {}), err.strip(), memory


def straight_decode(file):
    """Times of all pictures of the first video stream, in microseconds, as a decode from start to end gives them."""
    _, out, _, _ = run("ffprobe", "-v", "error", "-select_streams", "V:0", "-show_entries", "frame=best_effort_timestamp_time", "-of", "csv=p=0", file, limit=WHOLE_LIMIT_S)
    return [round(float(line.strip(",")) * 1e6) for line in out.split() if re.fullmatch(r"-?[\d.]+,?", line)]


def straight_picture(file, number, folder):
    theirs = os.path.join(folder, "straight.png")
    run("ffmpeg", "-y", "-v", "error", "-i", file, "-map", "0:V:0", "-vf", f"select=eq(n\\,{number})", "-vsync", "passthrough", "-frames:v", "1", theirs, limit=WHOLE_LIMIT_S)
    return theirs


def picture_after_a_jump(file, at, folder):
    theirs = os.path.join(folder, "jump.png")
    run("ffmpeg", "-y", "-v", "error", "-ss", f"{max(at / 1e6 - 0.005, 0):.6f}", "-i", file, "-map", "0:V:0", "-vsync", "passthrough", "-frames:v", "1", theirs)
    return theirs


def likeness(ours_png, theirs_png):
    """How alike two pictures are (PSNR in dB)."""
    filters = "[0]scale=320:240,format=rgb24[a];[1]scale=320:240,format=rgb24[b];[a][b]psnr"
    _, _, err, _ = run("ffmpeg", "-v", "info", "-i", ours_png, "-i", theirs_png, "-lavfi", filters, "-f", "null", "-")
    found = re.search(r"average:(inf|[\d.]+)", err)
    return float(found.group(1)) if found else 0.0


def seek_check(file, info):
    """What the column says, and a remark where it does not say yes."""
    times = straight_decode(file)
    if not times:
        return "no", "a straight decode finds no picture"
    times = sorted(time - info["start_us"] for time in times)
    duration = info["duration_us"]
    wrong, least, after_a_jump = [], float("inf"), float("inf")
    with tempfile.TemporaryDirectory() as folder:
        png = os.path.join(folder, "ours.png")
        for part in (0.77, 0, 0.37, 0.9999, 0.5, 0.13):
            at = int(duration * part)
            code, answer, err, _ = ours("frame", file, "--at", f"{at / 1e6:.6f}", "--out", png)
            if code != 0:
                return "no", err
            number = max(0, bisect.bisect_right(times, at) - 1)  # before the first picture, the first
            near_an_edge = min(abs(time - at) for time in times) < ROUNDING_US
            candidates = [number - 1, number, number + 1] if near_an_edge else [number]
            shown = [n for n in candidates if 0 <= n < len(times) and abs(times[n] - answer["picture_us"]) < ROUNDING_US]
            if not shown:
                wrong.append(f"{at / 1e6:.3f} s: {answer['picture_us'] / 1e6:.3f} instead of {times[number] / 1e6:.3f}")
            elif part in (0.77, 0.37, 0.13):
                alike = likeness(png, straight_picture(file, shown[0], folder))
                least = min(least, alike)
                if alike <= ALIKE_DB:
                    after_a_jump = min(after_a_jump, likeness(png, picture_after_a_jump(file, times[shown[0]], folder)))
    if wrong:
        return "no", "another picture at " + ", ".join(wrong)
    if least > ALIKE_DB:
        return "yes", ""
    if is_high_dynamic_range(file):
        return "yes", "High dynamic range, shown for an ordinary screen."
    _, _, complaints, _ = run("ffmpeg", "-v", "error", "-i", file, "-f", "null", "-")
    if not complaints.strip():
        return "no", f"the picture looks different ({least:.0f} dB)"
    if after_a_jump > ALIKE_DB:
        return "by time", (f"Its key frames are damaged: where a part of one is missing, a straight decode goes on with what was before "
                           f"({least:.0f} dB), and a jump has nothing before it. ffmpeg's own jump shows the picture shown here.")
    return "by time", f"Damaged pictures, mended in another way than by ffmpeg ({least:.0f} dB)."


def is_high_dynamic_range(file):
    _, out, _, _ = run("ffprobe", "-v", "error", "-select_streams", "V:0", "-show_entries", "stream=color_transfer", "-of", "csv=p=0", file)
    return any(curve in out for curve in ("arib-std-b67", "smpte2084"))


def without_name(text, file):
    for name in (file, os.path.basename(file)):
        text = text.replace(name + ": ", "")
    return text[:1].upper() + text[1:]


def what_it_is(info):
    parts = [info["container"]]
    if info.get("video"):
        video = info["video"]
        text = f"{video['codec']} {video['width']}×{video['height']}"
        if video.get("rotation"):
            text += f", turned {video['rotation']}°"
        if video.get("average_fps"):
            text += f", {video['average_fps']:.4g}/s" + (" varying" if video.get("variable_rate") else "")
        parts.append(text)
    for audio in info.get("audio", []):
        parts.append(f"{audio['codec']} {audio['channels']} ch {audio['sample_rate'] / 1000:g} kHz")
    return "; ".join(parts)


def sound_seek_check(file, info):
    duration = info["duration_us"]
    start = max(0, duration - 1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        clip = os.path.join(folder, "end.mp4")
        code, answer, err, _ = ours("clip", file, "--from", f"{start / 1e6:.6f}", "--to", f"{duration / 1e6:.6f}", "--out", clip)
        if code != 0:
            return "no", without_name(err, file)
        cut = ours("probe", clip)[1]
    wanted = duration - start
    if abs(answer["duration_us"] - wanted) > 1000 or abs(cut["duration_us"] - wanted) > 30_000:  # a frame of AAC is 21 ms
        return "no", f"a clip of {wanted / 1e6:.3f} s is {cut['duration_us'] / 1e6:.3f} s long"
    return "sound", ""


def play_check(file, info):
    code, out, err, memory = run(PLAYER, file, limit=WHOLE_LIMIT_S)
    if code != 0:
        return "no", "Does not play: " + without_name(err.strip(), file), memory
    played = json.loads(out)
    if abs(played["played_us"] - info["duration_us"]) > 1000:
        return "no", f"Plays {played['played_us'] / 1e6:.3f} s of {info['duration_us'] / 1e6:.3f} s.", memory
    if info.get("video"):
        return "yes, 1 picture" if played["pictures"] == 1 else f"yes, {played['pictures']} pictures", "", memory
    return "yes", "" if played["loudest"] > 0 else "Silent.", memory


def report_check(file):
    """Imports it into a library of its own, codes its beginning, and makes the report."""
    with tempfile.TemporaryDirectory() as folder:
        library = ("--library", os.path.join(folder, "tried.terugblik"))
        table, pdf = os.path.join(folder, "codes.csv"), os.path.join(folder, "report.pdf")
        with open(table, "w") as out:
            out.write("time,code\n0,open_question\n0,change_desire\n")
        code, imported, err, _ = ours("import", file, "--language", "en", *library)
        if code != 0:
            return "no", "Not imported: " + without_name(err, file)
        code, coded, err, _ = ours("code", imported["conversation"], "--codebook", CODEBOOK, "--coder", "formats", "--from", table, *library)
        if code != 0 or coded["events"] != 2:
            return "no", f"Not coded: {without_name(err, file)} {coded.get('skipped', '')}"
        code, report, err, _ = ours("report", coded["coding"], "--out", pdf, *library)
        if code != 0:
            return "no", "No report: " + without_name(err, file)
        with open(pdf, "rb") as made:
            return ("yes", "") if made.read(5) == b"%PDF-" and report["pages"] > 0 else ("no", "The report is no PDF.")


def examine(file):
    name = os.path.relpath(file, TESTDATA)
    code, info, err, memory = ours("probe", file)
    if code != 0:
        reason = without_name(err.replace("terugblik: ", ""), file)
        opens = "refused" if code == 1 else f"**ended with {code}**"
        if report_check(file)[0] == "yes":
            opens = "**refused, and yet imported**"
        return dict(name=name, what="", opens=opens, plays="", seeks="", reports="", remark=reason, memory=memory)
    remarks = [without_name(warning, file) for warning in info.get("warnings", [])]
    seeks, why = (seek_check if info.get("video") else sound_seek_check)(file, info)
    remarks += [why] if why else []
    plays, why, more = play_check(file, info)
    remarks += [why] if why else []
    memory = max(memory, more)
    reports, why = report_check(file)
    remarks += [why] if why else []
    if info.get("audio"):
        code, peaks, err, more = ours("peaks", file, "--buckets", "50")
        memory = max(memory, more)
        if code != 0:
            remarks.append("No waveform: " + without_name(err, file))
    return dict(name=name, what=what_it_is(info), opens="yes", plays=plays, seeks=seeks, reports=reports, remark=" ".join(remarks), memory=memory)


def recordings(folder):
    """What the folder's list names and is neither text nor a table."""
    with open(os.path.join(TESTDATA, folder, "MANIFEST.tsv")) as manifest:
        names = [line.split("\t")[0] for line in manifest][1:]
    names = [name for name in names if not name.startswith(("transcripts/", "annotations/")) and not name.endswith(NOT_MEDIA)]
    return sorted(os.path.join(TESTDATA, folder, name) for name in names)


def summary(rows):
    opened = [row for row in rows if row["opens"] == "yes"]
    count = lambda column, *words: sum(row[column].startswith(words) for row in opened)
    return (f"{len(rows)} files: {len(rows) - len(opened)} refused with a reason, {len(opened)} open. Of these {count('plays', 'yes')} play to "
            f"the end, {count('seeks', 'yes', 'sound')} seek exactly ({count('seeks', 'by time')} more by time), {count('reports', 'yes')} give a report.")


def tables():
    lines = ["# Recordings that were tried", "",
             "Made by `scripts/formats` over real recordings and damaged ones that lie outside this repository.", "",
             "- *plays*: the window's player goes from the start to the end in steps of 10 ms; every picture that it shows belongs to that moment.",
             "- *seeks*: six pictures, asked for out of order, are those of a straight decode from the start, by time and by looks (*by time*:",
             "  the pictures are damaged, and look as the decoder could mend them). *sound*: the last second, cut out, is exact.",
             "- *reports*: imported, coded and made into a PDF on the command line.",
             "- *memory* is the largest of any process involved, shared memory included."]
    worst = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for folder, title in (("dev", "Recordings as people made them"), ("bad", "Damaged, odd and hostile files")):
            rows = list(pool.map(examine, recordings(folder)))
            worst = max([worst] + [row["memory"] for row in rows])
            lines += ["", f"## {title}", "", summary(rows), "",
                      "| file | what it is | opens | plays | seeks | reports | memory | remark |", "|---|---|---|---|---|---|---|---|"]
            for row in rows:
                remark = row["remark"].replace("|", "/").replace("\n", " ").replace(TESTDATA + "/", "")
                lines.append(f"| {row['name']} | {row['what']} | {row['opens']} | {row['plays']} | {row['seeks']} | {row['reports']} | {row['memory']:.0f} MiB | {remark} |")
    return lines, worst


lines, worst = tables()
with open(OUT, "w") as out:
    out.write("\n".join(lines) + "\n")
print(f"{OUT}: written; largest memory {worst:.0f} MiB")
for line in lines:
    if "| no |" in line or "**" in line:
        print(line)
