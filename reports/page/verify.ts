import { ncfMetrics } from "../../suites/ncf/metrics-info.js";
import { parseEmbedded } from "../embedded.js";
import { modelOfRaw } from "../raw.js";
import { type Discrepancy, metricDiscrepancies } from "../recompute.js";
import { claimDiscrepancies } from "./claims.js";
import { make, type PageDocument, type PageElement } from "./dom.js";

/** What in the page does not follow from the raw figures in it. Throws where they cannot be read. */
export function verifyDocument(document: PageDocument): Discrepancy[] {
  const raw = parseEmbedded(document.querySelector("#raw")?.textContent ?? "", "this page");
  return [
    ...metricDiscrepancies(raw.run, "run"),
    ...(raw.baseline === null ? [] : metricDiscrepancies(raw.baseline.run, "baseline")),
    ...claimDiscrepancies(
      document,
      modelOfRaw(raw, () => ncfMetrics),
    ),
  ];
}

/** A button that computes the page again, and says below it what came out. */
export function verifyControl(document: PageDocument): PageElement[] {
  const button = make(document, "button", { type: "button", id: "verify" }, "Verify this page");
  const result = make(document, "div", { id: "verified", role: "status" });
  button.addEventListener("click", () => {
    try {
      result.replaceChildren(...resultOf(document, verifyDocument(document)));
    } catch (error) {
      result.replaceChildren(make(document, "p", {}, `Not verified: ${(error as Error).message}`));
    }
  });
  return [button, result];
}

function resultOf(document: PageDocument, found: readonly Discrepancy[]): PageElement[] {
  if (found.length === 0) {
    const text =
      "Every number and verdict follows from the raw figures inside. Drawings are drawn again by ncf-bench verify.";
    return [make(document, "p", {}, text)];
  }
  const list = make(document, "ul");
  for (const { where, said, computed } of found.slice(0, 50)) {
    list.append(make(document, "li", {}, make(document, "b", {}, where), `: says “${said}”, computed “${computed}”`));
  }
  return [
    make(document, "p", {}, `${found.length} ${found.length === 1 ? "thing does" : "things do"} not match:`),
    list,
  ];
}
