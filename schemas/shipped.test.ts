import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runMain } from "../harness/cli/test-support-io.js";
import { packageRoot } from "../storage/package-root.js";
import { matchGolden } from "../test/golden.js";
import { documentSchema, documents } from "./documents.js";

const folder = join(packageRoot(), "schemas");
const names = Object.keys(documents);

describe("the shipped schemas", () => {
  it.each(names)("%s is what the code that reads and writes it says", (name) => {
    const text = `${JSON.stringify(documentSchema(documents[name]!), null, 2)}\n`;
    matchGolden(join(folder, `${name}.schema.json`), text);
  });

  it("are these, each with an id of its own", async () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
    expect(files.sort()).toEqual(names.map((name) => `${name}.schema.json`).sort());
    const { code, out, err } = await runMain(["schema", "--json"]);
    expect([code, err]).toEqual([0, ""]);
    const listed = JSON.parse(out) as { name: string; id: string; description: string }[];
    expect(listed.map(({ name }) => name)).toEqual([...names].sort());
    for (const { name, id } of listed) {
      expect(id.replace("urn:ncf-bench:", "ncf-bench.")).toBe(documents[name]!.schema);
    }
  });

  it.each(names)("schema %s prints it", async (name) => {
    const { code, out, err } = await runMain(["schema", name]);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual(documentSchema(documents[name]!));
  });

  it("schema lists them, and refuses another name", async () => {
    const { code, out } = await runMain(["schema"]);
    expect(code).toBe(0);
    for (const name of names) expect(out).toMatch(new RegExp(`^${name} +urn:`, "m"));
    expect((await runMain(["schema", "--list"])).out).toBe(out);
    expect(await runMain(["schema", "../package"])).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(/there is no schema "\.\.\/package"\n.*one of ab, accepted, baseline/),
    });
  });
});
