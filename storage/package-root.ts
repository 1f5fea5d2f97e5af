import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let found: string | undefined;

/** The folder of our package.json, from source (`storage/x.ts`) and from the build (`dist/storage/x.js`) alike. */
export function packageRoot(): string {
  if (found === undefined) {
    let dir = dirname(fileURLToPath(import.meta.url));
    while (!existsSync(join(dir, "package.json"))) dir = dirname(dir);
    found = dir;
  }
  return found;
}
