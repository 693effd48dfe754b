#!/usr/bin/env python3
"""Terugblik beside mpv and ffmpeg, in the same run, taking turns, on the same recordings.

  compare.py BIN MEDIA OUT        programs in BIN, recordings in MEDIA, the tables go to OUT (Markdown)

Started by scripts/bench under Xvfb, which has no window manager: nothing else draws. A ratio above 1 means that
Terugblik takes more. Medians throughout, so that one hiccup of the machine does not decide.
"""
import json, os, queue, random, socket, statistics, subprocess, sys, tempfile, threading, time

BIN, MEDIA, OUT = sys.argv[1:4]
ROUNDS = int(os.environ.get("TERUGBLIK_BENCH_ROUNDS", "7"))
SEEKS = int(os.environ.get("TERUGBLIK_BENCH_SEEKS", "100"))
WATCHED_S = float(os.environ.get("TERUGBLIK_BENCH_SECONDS", "10"))
ENVIRONMENT = dict(os.environ, SDL_RENDER_DRIVER="software", SDL_AUDIODRIVER="dummy", SDL_VIDEODRIVER="x11")
QUIET = dict(stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(part * len(values)))]


def family(pid):
    """A process and all its descendants."""
    found = [pid]
    for each in found:
        try:
            for thread in os.listdir(f"/proc/{each}/task"):
                found += map(int, open(f"/proc/{each}/task/{thread}/children").read().split())
        except OSError:
            pass
    return found


def processor_seconds(pid):
    total = 0
    for each in family(pid):
        try:
            fields = open(f"/proc/{each}/stat").read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def memory_mib(pid):
    """Proportional set size, so that what processes share counts once."""
    total = 0
    for each in family(pid):
        try:
            lines = open(f"/proc/{each}/smaps_rollup").read().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


class Window:
    """window_bench: the real window of Terugblik on one recording."""

    def __init__(self, file):
        self.started = time.monotonic()
        self.process = subprocess.Popen([f"{BIN}/window_bench", file], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT)
        if self.process.stdout.readline().strip() != "picture":
            raise SystemExit("window_bench did not come up")
        self.first_picture_ms = (time.monotonic() - self.started) * 1000

    def tell(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    play = lambda self: self.tell("play")
    pause = lambda self: self.tell("pause")

    def close(self):
        self.tell("quit")
        self.process.wait(10)


# How mpv draws: as it starts by itself, with the same kind of drawing as ours, and in the way that costs it least here.
OUTPUTS = {"mpv": [], "mpv --vo=sdl": ["--vo=sdl"], "mpv --vo=x11": ["--vo=x11"]}
NO_WINDOW = ["--vo=null"]


class Mpv:
    """mpv, told what to do over its socket; its own events say when a picture is shown."""

    def __init__(self, file, *more):
        self.path = tempfile.mktemp(prefix="terugblik-bench-")
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            ["mpv", "--no-config", "--no-terminal", "--keep-open=yes", "--pause", "--hwdec=no", "--osc=no", "--ao=null",
             "--osd-level=0", "--no-border", f"--input-ipc-server={self.path}", *more, "--", file], **QUIET)
        self.socket = socket.socket(socket.AF_UNIX)
        while True:
            try:
                self.socket.connect(self.path)
                break
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit("mpv did not come up")
                time.sleep(0.001)
        self.events = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()
        self.first_picture_ms = (self.wait_for_picture() - self.started) * 1000

    def read(self):
        buffer = b""
        while True:
            try:
                part = self.socket.recv(65536)
            except OSError:
                return
            if not part:
                return
            now = time.monotonic()
            *lines, buffer = (buffer + part).split(b"\n")
            for line in lines:
                if json.loads(line).get("event") == "playback-restart":
                    self.events.put(now)

    def wait_for_picture(self):
        return self.events.get(timeout=60)

    def tell(self, *command):
        self.socket.sendall(json.dumps({"command": list(command)}).encode() + b"\n")

    def seek_ms(self, seconds):
        while not self.events.empty():
            self.events.get_nowait()
        asked = time.monotonic()
        self.tell("seek", seconds, "absolute+exact")
        return (self.wait_for_picture() - asked) * 1000

    play = lambda self: self.tell("set_property", "pause", False)
    pause = lambda self: self.tell("set_property", "pause", True)

    def close(self):
        self.tell("quit")
        self.process.wait(10)
        self.socket.close()


def share(player):
    """Percent of one core while a player goes on doing what it does."""
    before, began = processor_seconds(player.process.pid), time.monotonic()
    time.sleep(WATCHED_S)
    return (processor_seconds(player.process.pid) - before) / (time.monotonic() - began) * 100


def length_of(file):
    probed = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file],
                            capture_output=True, text=True, check=True)
    return float(probed.stdout)


def first_picture(file):
    """In a window, and without any window."""
    times = {name: [] for name in ("window", *OUTPUTS, "player", "mpv without a window")}
    for _ in range(ROUNDS):
        window = Window(file)
        times["window"].append(window.first_picture_ms)
        window.close()
        for name, options in {**OUTPUTS, "mpv without a window": NO_WINDOW}.items():
            mpv = Mpv(file, *options)
            times[name].append(mpv.first_picture_ms)
            mpv.close()
        began = time.monotonic()
        process = subprocess.Popen([f"{BIN}/player_bench", "first", file], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        process.stdout.readline()
        times["player"].append((time.monotonic() - began) * 1000)
        process.wait()
    return {name: statistics.median(values) for name, values in times.items()}


def exact_seeks(file):
    """The same moments for both, in blocks that take turns; no window on either side."""
    chance = random.Random(7)
    targets = [round(chance.uniform(0.1, length_of(file) - 1), 3) for _ in range(SEEKS)]
    ours, theirs = [], []
    block = max(1, SEEKS // 4)
    for at in range(0, SEEKS, block):
        some = targets[at:at + block]
        answer = subprocess.run([f"{BIN}/player_bench", "seek", file, *map(str, some)], capture_output=True, text=True,
                                check=True, env=ENVIRONMENT)
        ours += map(float, answer.stdout.split())
        mpv = Mpv(file, *NO_WINDOW, "--no-audio")
        theirs += [mpv.seek_ms(target) for target in some]
        mpv.close()
    return ours, theirs


def decoding(file):
    """Every picture from start to end, as whole processes."""
    commands = {
        "ours": [f"{BIN}/player_bench", "decode", file],
        "mpv": ["mpv", "--no-config", "--no-terminal", "--vo=null", "--no-audio", "--untimed", "--hwdec=no", file],
        "ffmpeg": ["ffmpeg", "-nostdin", "-loglevel", "quiet", "-i", file, "-map", "0:v:0", "-f", "null", "-"],
    }
    times = {name: [] for name in commands}
    for _ in range(max(3, ROUNDS // 2)):
        for name, command in commands.items():
            began = time.monotonic()
            subprocess.run(command, check=True, **QUIET)
            times[name].append(time.monotonic() - began)
    pictures = int(subprocess.run(commands["ours"], capture_output=True, text=True, env=ENVIRONMENT, check=True).stdout)
    return {name: pictures / statistics.median(values) for name, values in times.items()}


def speech(file):
    """Who speaks when in an hour of two channels, beside merely decoding it; the fastest run of each."""
    commands = {
        "ours": [f"{BIN}/terugblik", "speech", file, "--json"],
        "ffmpeg": ["ffmpeg", "-nostdin", "-loglevel", "quiet", "-i", file, "-f", "null", "-"],
    }
    times = {name: [] for name in commands}
    for _ in range(max(3, ROUNDS // 2)):
        for name, command in commands.items():
            began = time.monotonic()
            subprocess.run(command, check=True, **QUIET)
            times[name].append(time.monotonic() - began)
    return {name: min(values) for name, values in times.items()}


def at_work(file):
    rows = {}
    for name in ("ours", *OUTPUTS):
        player = Window(file) if name == "ours" else Mpv(file, *OUTPUTS[name])
        time.sleep(3)  # thumbnails, waveform and caches come to rest
        paused = share(player)
        player.play()
        time.sleep(1)
        playing = share(player)
        memory = memory_mib(player.process.pid)
        player.close()
        rows[name] = (playing, paused, memory)
    return rows


def table(lines, head, rows):
    lines += ["", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]


def progress(*words):
    print(": ".join(words), "...", file=sys.stderr, flush=True)


def ms(value):
    return f"{value:.0f} ms" if value >= 10 else f"{value:.1f} ms"


def ratio(ours, theirs):
    return f"{ours / theirs:.2f}" if theirs > 0 else "n/a"


def main():
    versions = [subprocess.run(command, capture_output=True, text=True).stdout.split("\n")[0].split(" Copyright")[0]
                for command in (["mpv", "--version"], ["ffmpeg", "-version"])]
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    lines = ["# Benchmarks", "",
             "Made by `scripts/bench`; medians of runs that take turns, on one machine: compare the ratios, not the figures. A ratio",
             "above 1 means that Terugblik takes more (for the decoding rate: that it decodes more). Windows are drawn without a graphics card.",
             "*mpv* draws as it starts by itself (OpenGL, here in software), with `--vo=sdl` as Terugblik does, and with `--vo=x11` in the",
             "way that costs it least; beside its picture it draws nothing, where Terugblik shows pad, timeline and lists.", "",
             f"{model}, {os.cpu_count()} processors, load at the start {os.getloadavg()[0]:.1f}. {versions[0]}. {versions[1]}."]
    for name in ("zoom.mp4", "phone.mp4"):
        file = os.path.join(MEDIA, name)
        lines += ["", f"## {name}"]
        progress(name, "first picture")
        first = first_picture(file)
        table(lines, ["start to first picture", "Terugblik", "mpv", "ratio"], [
            *[[f"window, beside {name}", ms(first["window"]), ms(first[name]), ratio(first["window"], first[name])] for name in OUTPUTS],
            ["player alone, beside mpv --vo=null", ms(first["player"]), ms(first["mpv without a window"]),
             ratio(first["player"], first["mpv without a window"])]])
        progress(name, "exact seek")
        ours, theirs = exact_seeks(file)
        table(lines, [f"exact seek, {SEEKS} at random", "Terugblik", "mpv", "ratio"],
              [[f"p{int(part * 100)}", ms(percentile(ours, part)), ms(percentile(theirs, part)),
                ratio(percentile(ours, part), percentile(theirs, part))] for part in (0.5, 0.95)])
        progress(name, "decoding")
        rates = decoding(file)
        table(lines, ["decoding, pictures a second", "Terugblik", "other", "ratio"],
              [["beside " + other, f"{rates['ours']:.0f}", f"{rates[other]:.0f}", ratio(rates["ours"], rates[other])] for other in ("mpv", "ffmpeg")])
        progress(name, "playing and paused")
        work = at_work(file)
        rows = []
        for other in OUTPUTS:
            for at, what in enumerate(("playing at 1×", "paused")):
                rows.append([f"{what}, beside {other}", f"{work['ours'][at]:.2f} %", f"{work[other][at]:.2f} %", ratio(work["ours"][at], work[other][at])])
        for other in OUTPUTS:
            rows.append([f"memory, beside {other}", f"{work['ours'][2]:.0f} MiB", f"{work[other][2]:.0f} MiB", ratio(work["ours"][2], work[other][2])])
        table(lines, ["share of one core", "Terugblik", "mpv", "ratio"], rows)
    progress("call.m4a", "speech")
    took = speech(os.path.join(MEDIA, "call.m4a"))
    lines += ["", "## call.m4a"]
    table(lines, ["who speaks when, 60 minutes of two channels", "Terugblik", "ffmpeg, decoding alone", "ratio"],
          [["fastest run", f"{took['ours']:.2f} s", f"{took['ffmpeg']:.2f} s", ratio(took["ours"], took["ffmpeg"])]])
    text = "\n".join(lines) + "\n"
    print(text)
    with open(OUT, "w") as out:
        out.write(text)


main()
