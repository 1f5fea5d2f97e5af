// Puts the page's script and the code that it verifies with into one file, which renderHtml writes into each page.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const from = fileURLToPath(new URL("../../dist/reports/page/main.js", import.meta.url));
const to = fileURLToPath(new URL("../../dist/reports/page/script.js", import.meta.url));

/** Schemas are made when their modules load and are never asked in a page; Node's own modules are not there. */
const stubs = {
  name: "stubs",
  resolveId: (id) => (id === "zod" || id.startsWith("node:") ? `\0${id}` : null),
  load(id) {
    if (id === "\0zod")
      return "const any = new Proxy(function () {}, { get: () => any, apply: () => any }); export const z = any;";
    if (id === "\0node:path")
      return "export const basename = (path) => path.split('/').at(-1); export const dirname = (path) => path;";
    if (id === "\0node:crypto") return "export const createHash = () => { throw new Error('no hashes here'); };";
    // Only named by modules of which nothing is used here.
    return id.startsWith("\0node:") ? "export {};" : null;
  },
};

const bundle = await rolldown({
  input: from,
  platform: "browser",
  plugins: [stubs],
  treeshake: { moduleSideEffects: false },
  shimMissingExports: true,
  logLevel: "silent",
  preserveEntrySignatures: false,
});
const { output } = await bundle.write({ file: to, format: "iife", minify: true, codeSplitting: false });
const [{ code, imports }] = output;
if (imports.length > 0) throw new Error(`the page's script would import ${imports.join(", ")}`);
if (/<\/script|<!--/i.test(code)) throw new Error("the page's script would end its own element");
