import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { NpmArtifact, WheelArtifact } from "./artifacts.js";

/** One file that a setup needs, known by the digest of its bytes. */
export type Pinned = ({ kind: "wheel" } & WheelArtifact) | ({ kind: "npm" } & NpmArtifact);

export const pinnedWheel = (wheel: WheelArtifact): Pinned => ({ kind: "wheel", ...wheel });
export const pinnedPackage = (npm: NpmArtifact): Pinned => ({ kind: "npm", ...npm });

/** As its registry names it: `tensorflow-cpu==2.21.0`, `node-api-headers@1.9.0`. */
export function pinnedName(pinned: Pinned): string {
  return pinned.kind === "wheel" ? pinned.requirement : pinned.spec;
}

/** A name that no other content has, for a file that is kept. */
export function contentName(pinned: Pinned): string {
  return pinned.kind === "wheel"
    ? `${pinned.sha256}.whl`
    : `${Buffer.from(pinned.integrity.split("-")[1]!, "base64").toString("hex").slice(0, 64)}.tgz`;
}

/** How a registry names the files of its kind. */
export function fileSuffix({ kind }: Pinned): string {
  return kind === "wheel" ? ".whl" : ".tgz";
}

/** Whether a file is the one that is pinned, by all of its bytes. */
export async function isPinned(file: string, pinned: Pinned): Promise<boolean> {
  const hash = createHash(pinned.kind === "wheel" ? "sha256" : "sha512");
  await pipeline(createReadStream(file), hash);
  return pinned.kind === "wheel"
    ? hash.digest("hex") === pinned.sha256
    : `sha512-${hash.digest("base64")}` === pinned.integrity;
}
