import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Workers are spawned from dist/, so the tests build it first: they never run against stale output. */
export default function setup(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
}
