#!/usr/bin/env python3
"""Runs the engine beside the peers of a folder, on the same graph, and prints one table of ratios.

usage: peers.py FOLDER [PEOPLE ...]     PEOPLE: 10000, 100000 or 1000000 (default: the first two)

The folder holds what the peers need: `limit/` (the kernels, a crate with the programs gen, limit and
dynties), `data/` (the graphs, made by gen where they are missing), and whichever peers are installed,
as Python environments under `venvs/` or programs under `target_peers/release/`. What is not installed is
left out, and named. Before and after each peer the incremental kernel is run, so that a noisy machine
disturbs both alike; of every figure the median of five runs is told, or of fewer where runs take long. The engine's trajectories of the
reference model are held against those of the kernel first.
"""
import json, os, re, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WEEKS, RUNS = 104, 5
# Seconds after which no further run of a peer begins.
PATIENCE = 60


def build_ours():
    """The path of our program."""
    command = ["cargo", "bench", "--locked", "--bench", "peer", "--no-run", "--message-format=json"]
    lines = subprocess.run(command, cwd=HERE, stdout=subprocess.PIPE, check=True, text=True).stdout
    built = [json.loads(line) for line in lines.splitlines() if line.startswith("{")]
    return next(m["executable"] for m in built if m.get("target", {}).get("name") == "peer" and m.get("executable"))


def build_kernel(folder):
    """The folder of the kernels' programs."""
    target = os.path.join(folder, "target_native")
    programs = os.path.join(target, "release")
    if not os.path.exists(os.path.join(programs, "limit")):
        env = dict(os.environ, RUSTFLAGS="-C target-cpu=native", CARGO_TARGET_DIR=target)
        subprocess.run(["cargo", "build", "--release"], cwd=os.path.join(folder, "limit"), env=env, check=True)
    return programs


def graph(folder, programs, name):
    """The file of a graph."""
    path = os.path.join(folder, "data", f"{name}.bin")
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        arguments = ["karate", "0"] if name == "karate" else [name.removeprefix("hk_"), "7"]
        subprocess.run([os.path.join(programs, "gen"), *arguments, path], check=True, stdout=subprocess.DEVNULL)
    return path


def installed(folder):
    """The peers that are there, by name, and the names of those that are not."""
    python = {"numba, incremental": ("main", "numba_inc"), "numba": ("main", "numba_csr"), "numpy, sparse": ("main", "numpy_sparse"),
              "jax": ("jax", "jax_seg"), "igraph": ("main", "igraph_py"), "networkx": ("main", "networkx_plain"), "ndlib": ("main", "ndlib_comp"),
              "mesa": ("mesa", "mesa_net"), "mesa-frames": ("frames", "mesa_frames"), "starsim": ("starsim", "starsim_net"), "repast4py": ("repast", "repast4py_net")}
    commands = {name: [f"{folder}/venvs/{venv}/bin/python", f"{folder}/peers/{peer}/peer.py"] for name, (venv, peer) in python.items()}
    commands |= {f"{name} (Rust)": [f"{folder}/target_peers/release/peer_{name}"] for name in ("petgraph", "ixa", "krabmaga")}
    there = {name: command for name, command in commands.items() if os.path.exists(command[0])}
    return there, sorted(set(commands) - set(there))


class DidNotRun(Exception):
    """A program told nothing of itself; says why."""


def run(command):
    """What a program says of itself."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=1800, check=False, text=True)
    except subprocess.TimeoutExpired as late:
        raise DidNotRun(str(late)) from late
    found = re.findall(r"^\{.*\}$", done.stdout, re.MULTILINE)
    if not found:
        raise DidNotRun((done.stderr.strip().splitlines() or ["it said nothing"])[-1])
    return json.loads(found[-1])


def nanoseconds(result, people):
    return statistics.median(result["loop_cpu_s"]) / people / result["steps"] * 1e9


def beside(kernel, peer, people, runs):
    """Nanoseconds a person-week and the ratio to the kernel, run in pairs, and bytes a person."""
    own, ratios, began = [], [], time.monotonic()
    while len(ratios) < runs and (not ratios or time.monotonic() - began < PATIENCE):
        before, result, after = run(kernel), run(peer), run(kernel)
        own.append(nanoseconds(result, people))
        ratios.append(own[-1] / statistics.mean([nanoseconds(before, people), nanoseconds(after, people)]))
    return statistics.median(own), statistics.median(ratios), result["peak_rss_kb"] * 1024 / people


def same_trajectories(ours, programs, karate):
    """The greatest standard score between the engine's mean trajectory and the kernel's."""
    files = ["/tmp/stammtisch-ours.csv", "/tmp/stammtisch-kernel.csv"]
    run([ours, "reference", karate, str(WEEKS), "1", "2000", "reps", files[0]])
    run([os.path.join(programs, "limit"), "pull", karate, str(WEEKS), "1", "2000", "seq", files[1]])
    values = []
    for file in files:
        of = {}
        for line in open(file):
            _, week, *counts = map(int, line.split(","))
            if week in (1, 10, 26, 52, 104):
                for what, count in enumerate(counts[:3]):
                    of.setdefault((week, what), []).append(count)
        os.remove(file)
        values.append(of)
    scores = []
    for key, one in values[0].items():
        other = values[1][key]
        error = ((statistics.variance(one) + statistics.variance(other)) / len(one)) ** 0.5
        scores.append(abs(statistics.mean(one) - statistics.mean(other)) / error if error else 0.0)
    return max(scores)


def full_model(ours, programs, file, people):
    """Prints what the full model costs beside a kernel that touches every tie once a week."""
    weeks = 52 if people < 1_000_000 else 20
    ratios = []
    for _ in range(RUNS if people < 1_000_000 else 1):
        rows = [run([os.path.join(programs, "dynties"), "csr", file, str(weeks), "seq"]) for _ in range(2)]
        full = run([ours, "social", file, str(weeks), "50", "1", "seq"])
        packed = statistics.mean(row["wall_ms_med"] for row in rows) / people * 1e6
        ratios.append((nanoseconds(full, people), packed, full["peak_rss_kb"] * 1024 / people))
    full, packed, memory = (statistics.median(column) for column in zip(*ratios))
    print(f"| full: kernel, packed rows | {people:,} | {packed:.0f} | 1 | |")
    print(f"| full: **stammtisch**, default social strategy | {people:,} | {full:.0f} | {full / packed:.1f} | {memory:.0f} |", flush=True)


def main():
    if len(sys.argv) < 2 or not os.path.isdir(os.path.join(sys.argv[1], "limit")):
        sys.exit(__doc__)
    folder, sizes = os.path.abspath(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [10_000, 100_000]
    ours, programs = build_ours(), build_kernel(folder)
    score = same_trajectories(ours, programs, graph(folder, programs, "karate"))
    print(f"Karate club, 2,000 worlds: engine and kernel differ by at most {score:.1f} standard errors (of 15 means).\n")
    there, missing = installed(folder)
    failed = {}
    print("| model | people | ns a person-week | × the kernel | bytes a person |\n|---|---|---|---|---|")
    for people in sizes:
        file = graph(folder, programs, f"hk_{people}")
        tail = [file, str(WEEKS), "50", "1", "seq"]
        limit = os.path.join(programs, "limit")
        kernel = [limit, "inc", file, str(WEEKS), "50", "9" if people <= 10_000 else "1", "seq"]
        rows = {"kernel, pull": [limit, "pull", *tail], "**stammtisch**": [ours, "reference", *tail]}
        rows |= {name: [*command, *tail] for name, command in there.items()}
        print(f"| reference: kernel, incremental | {people:,} | {nanoseconds(run(kernel), people):.1f} | 1 | |")
        for name, command in rows.items():
            try:
                own, ratio, memory = beside(kernel, command, people, RUNS)
            except DidNotRun as reason:
                failed[f"{name}, {people:,} people"] = reason
                continue
            print(f"| reference: {name} | {people:,} | {own:.1f} | {ratio:.1f} | {memory:.0f} |", flush=True)
        full_model(ours, programs, file, people)
    for name, reason in failed.items():
        print(f"\nDid not run: {name} ({reason}).")
    if missing:
        print(f"\nNot installed: {', '.join(missing)}.")


if __name__ == "__main__":
    main()
