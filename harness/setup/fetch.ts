import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../errors/user-error.js";
import type { NpmArtifact, WheelArtifact } from "./artifacts.js";
import { runTool } from "./command.js";
import { isPinned, type Pinned } from "./pinned.js";

interface FetchOptions {
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

/** Fetches one file into a folder by the user's own client of its registry, and holds it to its digest. Returns its path. */
export function fetchPinned(pinned: Pinned, dir: string, options: FetchOptions): Promise<string> {
  return pinned.kind === "wheel" ? fetchWheel(pinned, dir, options) : fetchPackage(pinned, dir, options);
}

async function fetchPackage(pinned: Pinned & NpmArtifact, dir: string, { env, signal }: FetchOptions): Promise<string> {
  await mkdir(dir, { recursive: true });
  const step = `fetching ${pinned.spec}`;
  const stdout = await runTool(step, "npm", ["pack", pinned.spec, "--json", "--ignore-scripts", "--silent"], {
    cwd: dir,
    env,
    signal,
    hint: "npm must reach its registry; check the network, or the mirror that `npm config get registry` names",
  });
  const file = join(dir, (JSON.parse(stdout) as { filename: string }[])[0]!.filename);
  if (!(await isPinned(file, pinned))) {
    throw new UserError({
      code: "setup.hash",
      what: `what the registry sent has not the integrity ${pinned.integrity.slice(0, 20)}…`,
      where: step,
      hint: "do not use it; check the mirror that `npm config get registry` names",
    });
  }
  return file;
}

/** Unpacks an npm package into `DIR/package`. */
export async function unpackPackage(file: string, dir: string, signal: AbortSignal): Promise<void> {
  await mkdir(dir, { recursive: true });
  await runTool(`unpacking ${file}`, "tar", ["-xzf", file, "-C", dir], { signal, hint: "install tar" });
}

/** By pip, which refuses any file whose hash is not the pinned one. */
async function fetchWheel(wheel: WheelArtifact, dir: string, { env, signal }: FetchOptions): Promise<string> {
  await mkdir(dir, { recursive: true });
  const requirements = join(dir, "requirements.txt");
  await writeFile(requirements, `${wheel.requirement} --hash=sha256:${wheel.sha256}\n`);
  await runTool(
    `fetching ${wheel.requirement}`,
    "python3",
    [
      ...["-m", "pip", "download", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--quiet"],
      ...["--disable-pip-version-check", "--python-version", "3.11", "--implementation", "cp"],
      ...PLATFORMS.flatMap((platform) => ["--platform", platform]),
      ...["-d", dir, "-r", requirements],
    ],
    {
      env,
      signal,
      hint: "python3 with pip must reach its index; nothing was installed, run the command again to go on",
    },
  );
  return join(dir, (await readdir(dir)).find((name) => name.endsWith(".whl"))!);
}

/** Tags that the pinned wheels carry, from the newest. */
const PLATFORMS = ["2_28", "2_27", "2_25", "2_17", "2_12", "2_5"].map(
  (glibc) => `manylinux_${glibc}_${process.arch === "arm64" ? "aarch64" : "x86_64"}`,
);

/** Extracts members by prefix with Python's zipfile; names that would leave the folder are refused, no member is run. */
export async function extractWheel(
  wheel: string,
  members: readonly { prefix: string; suffix?: string }[],
  dir: string,
  signal?: AbortSignal,
): Promise<void> {
  await mkdir(dir, { recursive: true });
  await runTool(`unpacking ${wheel}`, "python3", ["-c", EXTRACT, wheel, dir, JSON.stringify(members)], {
    ...(signal ? { signal } : {}),
    hint: "check the free space of the cache folder",
  });
}

const EXTRACT = `
import json, os, sys, zipfile
wheel, target, members = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
with zipfile.ZipFile(wheel) as archive:
    for info in archive.infolist():
        name = info.filename
        if info.is_dir() or not any(name.startswith(m["prefix"]) and name.endswith(m.get("suffix", "")) for m in members):
            continue
        if name.startswith("/") or ".." in name.split("/") or (info.external_attr >> 16) & 0o170000 == 0o120000:
            sys.exit("refused member " + name)
        path = archive.extract(info, target)
        if (info.external_attr >> 16) & 0o111:
            os.chmod(path, 0o755)  # zipfile forgets that ptxas is a program
`;
