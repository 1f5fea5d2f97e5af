import { describe, expect, it } from "vitest";
import { cachePath } from "../../storage/cache-dir.js";
import { findPlugin } from "../plugins/find.js";
import type { Api } from "./api.js";
import { identityProgram } from "./conformance/programs.js";
import { layouts } from "./layout/layout.js";
import { nativeBytes, nativeView } from "./native.js";
import { loadPlugin } from "./plugin.js";
import { PointerArray, Struct, type StructName } from "./struct.js";

it.each(Object.keys(layouts) as StructName[])(
  "%s begins with its size, which covers all its fields and room to grow",
  (name) => {
    const struct = new Struct(name);
    const { size, fields } = layouts[name];
    const claimed = Number(nativeView(struct.address, 8).getBigUint64(0, true));
    expect(claimed).toBeGreaterThanOrEqual(size + 64);
    const bytes = nativeBytes(struct.address, claimed);
    expect(bytes.subarray(8).every((byte) => byte === 0)).toBe(true);
    for (const offset of Object.values(fields)) expect(offset).toBeLessThan(size);
  },
);

it("keeps what it points to, and gives back what it was given", () => {
  const struct = new Struct("PJRT_Program").text("code", "code_size", "module").text("format", "format_size", "mlir");
  const read = (field: "code" | "format", size: "code_size" | "format_size") =>
    Buffer.from(nativeBytes(struct.getPointer(field), struct.getSize(size))).toString();
  expect([read("code", "code_size"), read("format", "format_size")]).toEqual(["module", "mlir"]);
  const stats = new Struct("PJRT_Device_MemoryStats_Args").int64("bytes_in_use", -5n).byte("bytes_limit_is_set", 1);
  expect([stats.getInt64("bytes_in_use"), stats.getFlag("bytes_limit_is_set")]).toEqual([-5n, true]);
  const list = PointerArray.of([1n, -1n]);
  expect([list.get(0), list.get(1)]).toEqual([1n, 2n ** 64n - 1n]);
});

/**
 * Why structures may claim more than the known size: plugins of every version refuse one that is smaller than their own, and
 * of a larger one read and write only the part that they know. The conformance test calls every function this way.
 */
describe.each(["cpu", "cpu-next"] as const)(
  "a structure's size for plugin %s (needs it: `ncf-bench setup`)",
  (name) => {
    const found = findPlugin(name, { cacheRoot: cachePath(), env: process.env });

    it.skipIf(!found)("may be more than the plugin's own, not less", async () => {
      const client = await loadPlugin(found!.path).createClient({ cpu_device_count: 1 });
      const { program } = await client.compile(identityProgram("f32", [3]));
      // Only the binding itself makes such calls.
      const { api } = program as unknown as { api: Api };
      const outputBytes = (claimed: number) => {
        const args = new Struct("PJRT_Executable_GetCompiledMemoryStats_Args").pointer("executable", program.pointer);
        nativeView(args.address, 8).setBigUint64(0, BigInt(claimed), true);
        api.call("PJRT_Executable_GetCompiledMemoryStats", args);
        return args.getInt64("output_size_in_bytes");
      };
      expect(() => outputBytes(24)).toThrow(/size: expected \d+, got 24\./);
      const { size } = layouts.PJRT_Executable_GetCompiledMemoryStats_Args;
      for (const more of [64, 1024]) expect(outputBytes(size + more)).toBe(12n);
      client.dispose();
    });
  },
);
